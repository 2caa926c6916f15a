/**
 * Scores, baselines and detectors as pure functions: no engine, no clock, no store. What goes in
 * are counts by day, what comes out are scores with their reasons and tests with their
 * probabilities.
 */
package city.chengmai.analytics.model;

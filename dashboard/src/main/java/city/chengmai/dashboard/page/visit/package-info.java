/**
 * Visits (走访) and services to enterprises: campaigns, coverage, packages, appeals, word of mouth.
 */
package city.chengmai.dashboard.page.visit;

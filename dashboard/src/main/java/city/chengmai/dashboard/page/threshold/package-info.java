/**
 * Decisions about the thresholds of alert rules: proposals with their effect, approval, history.
 */
package city.chengmai.dashboard.page.threshold;

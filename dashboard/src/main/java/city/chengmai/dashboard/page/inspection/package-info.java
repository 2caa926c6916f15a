/**
 * Inspections that are made at once (综合查一次), those that could have been, whom to go to together
 * next month, enterprises that are contacted too often, and units that are ordered to put right
 * again and again.
 */
package city.chengmai.dashboard.page.inspection;

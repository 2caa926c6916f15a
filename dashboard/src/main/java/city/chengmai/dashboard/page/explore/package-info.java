/**
 * Common questions without SQL (指标探查): an indicator by area, period and time, and cases split by
 * their properties in any order, down to the cases themselves.
 */
package city.chengmai.dashboard.page.explore;

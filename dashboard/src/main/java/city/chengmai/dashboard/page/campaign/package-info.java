/** Campaigns (比学赶超): distance to benchmarks, pace and forecast; before and after interventions. */
package city.chengmai.dashboard.page.campaign;

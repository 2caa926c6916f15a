/**
 * Construction sites (在建工地) and their site grids (工地专属网格): teams of three roles, the clocks of
 * complaints, and the way from a complaint to its solution.
 */
package city.chengmai.dashboard.page.site;

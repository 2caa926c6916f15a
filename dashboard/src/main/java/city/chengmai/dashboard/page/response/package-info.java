/**
 * How soon matters are taken up and handed over, what grids have to do, the long tail of small
 * matters (小事), and areas above grids side by side.
 */
package city.chengmai.dashboard.page.response;

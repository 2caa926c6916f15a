/**
 * Pages for those who lead and look into things: the list of grids, the portrait of one (网格画像), a
 * case, the feeds and what was refused.
 */
package city.chengmai.dashboard.page.review;

/** What several pages share: the city with its names, the moment a page is about, wording. */
package city.chengmai.dashboard.page;

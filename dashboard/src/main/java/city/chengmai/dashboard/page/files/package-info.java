/**
 * Files of record (一企一档, 一楼一档, 网格档案): what is known of an enterprise, a building or a grid, since
 * when, what is missing, and what happened with it.
 */
package city.chengmai.dashboard.page.files;

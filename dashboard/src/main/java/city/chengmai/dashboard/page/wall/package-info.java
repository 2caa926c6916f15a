/**
 * The wall (大屏): panels drawn once for all screens, pushed by one stream. A panel reads its data,
 * draws it in each language, and keeps its last good picture when a read fails.
 */
package city.chengmai.dashboard.page.wall;

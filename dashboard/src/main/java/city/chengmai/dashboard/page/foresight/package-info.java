/** Handled before complaint (未诉先办): what counts, what it changed, and where to go this morning. */
package city.chengmai.dashboard.page.foresight;

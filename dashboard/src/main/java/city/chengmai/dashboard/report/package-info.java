/** Documents: A4 with the house font, drawn off the event loop, the same bytes kept by content. */
package city.chengmai.dashboard.report;

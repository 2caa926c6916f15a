/** The HTTP server: routes, pages, errors, static files. One handler one concern. */
package city.chengmai.dashboard.http;

/** Pages of statements that are kept, and what the desk's own page sends to keep one. */
package city.chengmai.dashboard.page.library;

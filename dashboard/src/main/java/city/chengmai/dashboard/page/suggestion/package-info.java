/** Suggested measures (建议): what speaks for each, what was decided, and what came of it. */
package city.chengmai.dashboard.page.suggestion;

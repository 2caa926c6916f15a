/**
 * Handled before complaint (未诉先办): what finds changed against grids without them, and where a
 * complaint is likely. Pure functions of rows, in whatever order they come.
 */
package city.chengmai.analytics.model.foresight;

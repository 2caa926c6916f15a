/**
 * Handled before complaint (未诉先办) as data: which matters are proactive, how complaints that were
 * not made are told from comparison grids, and when a place stands on the morning's list.
 */
package city.chengmai.datasets.foresight;

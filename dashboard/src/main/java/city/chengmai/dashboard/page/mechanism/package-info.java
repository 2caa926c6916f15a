/**
 * Declared mechanisms of governance (机制): figures of registers, services and demands, with what is
 * behind them.
 */
package city.chengmai.dashboard.page.mechanism;

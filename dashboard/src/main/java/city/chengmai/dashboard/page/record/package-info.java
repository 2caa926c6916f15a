/**
 * Base records that people put right (基础数据校准): what disagrees, what waits, one record with its
 * corrections and its whole history.
 */
package city.chengmai.dashboard.page.record;

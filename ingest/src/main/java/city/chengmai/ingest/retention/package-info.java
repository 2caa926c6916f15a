/**
 * Rows that are old enough roll off (到期清理), each time with a row in {@code roll_offs}: planned
 * before anything goes, done afterwards, so that what a killed process left is done by its
 * successor.
 */
package city.chengmai.ingest.retention;

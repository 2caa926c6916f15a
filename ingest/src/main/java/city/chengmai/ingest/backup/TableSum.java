package city.chengmai.ingest.backup;

/**
 * How much a table holds, and what.
 *
 * @param table name
 * @param rows rows, one a key
 * @param hash sum of a hash of each row over all columns, modulo 2^64, decimal: the order of rows
 *     does not count
 */
public record TableSum(String table, long rows, String hash) {}

package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.Set;

/**
 * Tells a fault of the rows from a fault of the store. Only the first is worth splitting a batch;
 * everything else (away, wrong password, missing table, out of memory) is waited out, because it
 * says nothing about any row.
 */
final class RowFaults {

  /**
   * Codes of {@code system.errors} beyond the unreadable ones: data ends too early (32), type
   * mismatch (53), array too large (128), string too large (131), value out of range (321), NULL in
   * a plain column (349), violated constraint (469).
   */
  private static final Set<Integer> OF_A_ROW = Set.of(32, 53, 128, 131, 321, 349, 469);

  private RowFaults() {}

  static boolean isOfRows(StoreException fault) {
    return fault.category() == ErrorCategory.BAD_INPUT || OF_A_ROW.contains(fault.clickHouseCode());
  }
}

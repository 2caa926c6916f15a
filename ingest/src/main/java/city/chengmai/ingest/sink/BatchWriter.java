package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.ingest.row.FactTable;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes a batch table by table. When the store refuses rows, they are halved until the bad ones
 * stand alone; the others land. When every row tried is refused with one code, the table differs
 * from what this program writes: that is a fault of the store and goes to the caller, like any
 * other. What is already written is taken out of the batch, so that a second attempt does not
 * repeat it.
 */
final class BatchWriter {

  /** Rows tried one by one before a large batch is halved; fewer rows are not worth a sample. */
  private static final int SAMPLE = 8;

  private final RowStore store;
  private final RefusedRows refused;
  private final SinkMetrics metrics;

  BatchWriter(RowStore store, RefusedRows refused, SinkMetrics metrics) {
    this.store = store;
    this.refused = refused;
    this.metrics = metrics;
  }

  void write(Batch batch) {
    Iterator<Map.Entry<FactTable, TableRows>> tables = batch.tables().entrySet().iterator();
    while (tables.hasNext()) {
      Map.Entry<FactTable, TableRows> entry = tables.next();
      write(entry.getKey(), entry.getValue());
      refused.flush();
      tables.remove();
    }
    batch.clear();
  }

  private void write(FactTable table, TableRows rows) {
    try {
      store.insert(table, rows.bytes(), rows.length());
      metrics.inserted(table, rows.count());
    } catch (StoreException fault) {
      requireRowFault(fault);
      requireSomeGoodRow(table, rows, fault);
      split(table, rows, 0, rows.count(), fault);
    }
  }

  // Halving such a batch would make a dead letter of every row, and of all that come after.
  private void requireSomeGoodRow(FactTable table, TableRows rows, StoreException fault) {
    if (rows.count() < SAMPLE) {
      return;
    }
    for (int i = 0; i < SAMPLE; i++) {
      int row = (int) ((long) i * (rows.count() - 1) / (SAMPLE - 1));
      if (!isRefused(table, rows.slice(row, row + 1), fault.clickHouseCode())) {
        return;
      }
    }
    throw new StoreException(
        ErrorCategory.STORE_REFUSED,
        "table "
            + table.tableName()
            + " refused each of "
            + SAMPLE
            + " rows tried one by one; compare its columns with the migrations: "
            + fault.getMessage(),
        fault);
  }

  private boolean isRefused(FactTable table, byte[] row, int code) {
    try {
      store.insert(table, row, row.length);
      return false;
    } catch (StoreException fault) {
      requireRowFault(fault);
      return fault.clickHouseCode() == code;
    }
  }

  private void split(FactTable table, TableRows rows, int from, int to, StoreException fault) {
    if (to - from == 1) {
      metrics.refused(table);
      refused.refused(table, rows.slice(from, to), rows.origin(from), fault.getMessage());
      return;
    }
    int middle = (from + to) >>> 1;
    half(table, rows, from, middle);
    half(table, rows, middle, to);
  }

  private void half(FactTable table, TableRows rows, int from, int to) {
    byte[] slice = rows.slice(from, to);
    try {
      store.insert(table, slice, slice.length);
      metrics.inserted(table, to - from);
    } catch (StoreException fault) {
      requireRowFault(fault);
      split(table, rows, from, to, fault);
    }
  }

  private static void requireRowFault(StoreException fault) {
    if (!RowFaults.isOfRows(fault)) {
      throw fault;
    }
  }
}

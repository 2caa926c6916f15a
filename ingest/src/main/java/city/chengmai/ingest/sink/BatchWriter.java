package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.ingest.row.FactTable;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes a batch table by table. When the store refuses rows, they are halved until the bad ones
 * stand alone; the others land. Any other fault goes to the caller, and what is already written is
 * taken out of the batch, so that a second attempt does not repeat it.
 */
final class BatchWriter {

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
      split(table, rows, 0, rows.count(), fault);
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

package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowIndex;
import java.util.EnumMap;
import java.util.Map;

/** What was read and is not in ClickHouse yet, by table. Not thread-safe. */
final class Batch {

  /** A batch that is this part of full when it is due waits so many times longer. */
  private static final int BUSY_SHARE = 10;

  private static final int BUSY_PATIENCE = 4;

  private final Map<FactTable, TableRows> tables = new EnumMap<>(FactTable.class);
  private int rows;
  private long bytes;
  private long startedNanos;

  void add(FactTable table, byte[] row, Origin origin, long nowNanos) {
    begin(nowNanos);
    tables.computeIfAbsent(table, t -> new TableRows()).add(row, origin);
    rows++;
    bytes += row.length;
  }

  /** Adds the rows of one record. */
  void add(FactTable table, byte[] block, RowIndex index, Origin origin, long nowNanos) {
    begin(nowNanos);
    tables.computeIfAbsent(table, t -> new TableRows()).add(block, index, origin);
    rows += index.count();
    bytes += block.length;
  }

  private void begin(long nowNanos) {
    if (rows == 0) {
      startedNanos = nowNanos;
    }
  }

  /** Rows by table, for taking away what was inserted. */
  Map<FactTable, TableRows> tables() {
    return tables;
  }

  int rows() {
    return rows;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isDue(BatchLimits limits, long nowNanos) {
    if (rows == 0) {
      return false;
    }
    long patience = limits.age().toNanos() * (isBusy(limits) ? BUSY_PATIENCE : 1);
    return isFull(limits) || nowNanos - startedNanos >= patience;
  }

  // Each insert makes a part that has to be merged away: a stream as dense as this is catching up.
  private boolean isBusy(BatchLimits limits) {
    return rows >= limits.rows() / BUSY_SHARE;
  }

  boolean isFull(BatchLimits limits) {
    return rows >= limits.rows() || bytes >= limits.bytes();
  }

  void clear() {
    tables.clear();
    rows = 0;
    bytes = 0;
  }
}

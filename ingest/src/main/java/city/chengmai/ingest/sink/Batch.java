package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowIndex;
import java.util.EnumMap;
import java.util.Map;

/** What was read and is not in ClickHouse yet, by table. Not thread-safe. */
final class Batch {

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
    return rows > 0 && (isFull(limits) || nowNanos - startedNanos >= limits.age().toNanos());
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

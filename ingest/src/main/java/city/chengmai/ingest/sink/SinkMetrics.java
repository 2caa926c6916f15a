package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.FactTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** What the sinks count in this process. Rows inserted twice are counted twice. */
public final class SinkMetrics {

  private final Map<FactTable, Counter> inserted = new EnumMap<>(FactTable.class);
  private final Map<FactTable, Counter> refused = new EnumMap<>(FactTable.class);
  private final Counter batches;
  private final Counter retries;

  /** Counters in this registry. */
  public SinkMetrics(MeterRegistry registry) {
    batches = registry.counter("ingest.sink.batches");
    retries = registry.counter("ingest.sink.retries");
    for (FactTable table : FactTable.values()) {
      inserted.put(table, registry.counter("ingest.sink.rows", "table", table.tableName()));
      refused.put(table, registry.counter("ingest.sink.rows.refused", "table", table.tableName()));
    }
  }

  void inserted(FactTable table, int rows) {
    inserted.get(table).increment(rows);
    batches.increment();
  }

  void refused(FactTable table) {
    refused.get(table).increment();
  }

  void retried() {
    retries.increment();
  }
}

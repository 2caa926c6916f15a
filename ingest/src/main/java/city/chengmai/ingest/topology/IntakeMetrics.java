package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.row.FactTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the topology counts in this process. Work that a crash rolls back and repeats is counted
 * again; the tables are the exact record.
 */
public final class IntakeMetrics {

  private final Counter read;
  private final Counter sentBack;
  private final Counter defects;
  private final Counter revised;
  private final Counter parked;
  private final AtomicInteger waiting;
  private final Map<FactTable, Counter> facts = new EnumMap<>(FactTable.class);
  private final Map<DeadLetterReason, Counter> refused = new EnumMap<>(DeadLetterReason.class);

  /** Counters in this registry. */
  public IntakeMetrics(MeterRegistry registry) {
    read = registry.counter("ingest.events.read");
    sentBack = registry.counter("ingest.events.sent.back");
    defects = registry.counter("ingest.defects");
    revised = registry.counter("ingest.events.revised");
    parked = registry.counter("ingest.events.parked");
    waiting = registry.gauge("ingest.events.waiting", new AtomicInteger());
    for (FactTable table : FactTable.values()) {
      facts.put(table, registry.counter("ingest.facts", "table", table.tableName()));
    }
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      refused.put(reason, registry.counter("ingest.dead.letters", "reason", reason.wireName()));
    }
  }

  void read() {
    read.increment();
  }

  void sentBack() {
    sentBack.increment();
  }

  void defect() {
    defects.increment();
  }

  void revised() {
    revised.increment();
  }

  void parked() {
    parked.increment();
  }

  void waiting(int change) {
    waiting.addAndGet(change);
  }

  void fact(FactTable table) {
    facts.get(table).increment();
  }

  void refused(DeadLetterReason reason) {
    refused.get(reason).increment();
  }
}

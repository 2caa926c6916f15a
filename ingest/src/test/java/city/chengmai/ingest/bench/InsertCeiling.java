package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import city.chengmai.ingest.sink.ClickHouseRowStore;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Iterator;

/** The same rows of table {@code events}, ready made, inserted as fast as one connection can. */
final class InsertCeiling {

  private static final int BLOCK = 100_000;

  private final ClickHouseRowStore store;
  private final BenchFeed feed;
  private final RowWriter writer = new RowWriter();

  InsertCeiling(ClickHouseClient writer, BenchFeed feed) {
    this.store = new ClickHouseRowStore(writer);
    this.feed = feed;
  }

  /** Seconds spent in inserts; making the rows does not count. */
  double seconds(long count, Instant recordedAt) {
    Iterator<Event> events = feed.events();
    long nanos = 0;
    for (long done = 0; done < count; done += BLOCK) {
      ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK * 256);
      for (long i = done; i < Math.min(count, done + BLOCK); i++) {
        block.writeBytes(row(events.next(), recordedAt));
      }
      byte[] rows = block.toByteArray();
      long start = System.nanoTime();
      store.insert(FactTable.EVENTS, rows, rows.length);
      nanos += System.nanoTime() - start;
    }
    return nanos / 1e9;
  }

  private byte[] row(Event event, Instant recordedAt) {
    return writer
        .text(event.source())
        .text(event.id())
        .text(event.type().wireName())
        .text(event.subject())
        .text(event.data().path("areaId").asText(""))
        .text("")
        .moment(event.time())
        .moment(recordedAt)
        .text(event.data().toString())
        .count64(recordedAt.toEpochMilli())
        .toRow();
  }
}

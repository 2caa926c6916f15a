package city.chengmai.ingest.sink;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad rows in a large batch, and revisions, on the real engine. */
class PoisonBatchIT {

  private static final int ROWS = 2_000;
  private static final Set<Integer> BAD = Set.of(0, 777, 778, 1_999);

  private final List<Long> refused = new ArrayList<>();
  private final RowWriter writer = new RowWriter();

  @Test
  void everyBadRowStandsAloneAndEveryOtherLands(@TempDir Path directory) {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient client = new ClickHouseClient(engine.writer())) {
      Batch batch = new Batch();
      for (int i = 0; i < ROWS; i++) {
        byte[] row = BAD.contains(i) ? new byte[] {5, 1, 2} : row("e" + i, "first", i);
        batch.add(FactTable.EVENTS, row, new Origin("t", 0, i, ""), 0);
      }
      RowStore store = new RevisionStore(new ClickHouseRowStore(client), client);
      writer(store).write(batch);
      assertThat(refused).containsExactlyInAnyOrder(0L, 777L, 778L, 1_999L);
      assertThat(client.scalar("SELECT uniqExact(id) FROM events"))
          .isEqualTo(Integer.toString(ROWS - BAD.size()));
      revisionsReplaceAndKeepWhatTheyReplace(store, client);
    }
  }

  // Written twice, as after a crash before the commit, and out of order.
  private void revisionsReplaceAndKeepWhatTheyReplace(RowStore store, ClickHouseClient client) {
    byte[] second = row("e5", "second", 1L << 48);
    byte[] third = row("e5", "third", 2L << 48);
    store.insert(FactTable.EVENT_REVISIONS, second, second.length);
    store.insert(FactTable.EVENT_REVISIONS, third, third.length);
    store.insert(FactTable.EVENT_REVISIONS, second, second.length);
    assertThat(client.scalar("SELECT data FROM events WHERE id = 'e5'")).isEqualTo("third");
    assertThat(
            client.scalar(
                "SELECT groupArray(data)::String FROM (SELECT data FROM event_revisions WHERE id ="
                    + " 'e5' ORDER BY version)"))
        .isEqualTo("['first','second','third']");
  }

  private BatchWriter writer(RowStore store) {
    RefusedRows heard =
        new RefusedRows() {
          @Override
          public void refused(FactTable table, byte[] row, Origin origin, String reason) {
            refused.add(origin.offset());
          }

          @Override
          public void flush() {}
        };
    return new BatchWriter(store, heard, new SinkMetrics(new SimpleMeterRegistry()));
  }

  private byte[] row(String id, String data, long version) {
    return writer
        .text("urn:test")
        .text(id)
        .text("cn.grid.case.filed")
        .text("subject")
        .text("")
        .text("")
        .moment(TestEvents.NOON)
        .moment(TestEvents.NOON)
        .text(data)
        .count64(version)
        .toRow();
  }
}

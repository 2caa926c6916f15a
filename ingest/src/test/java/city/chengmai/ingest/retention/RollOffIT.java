package city.chengmai.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old rows go, with the rights of the writing user, and what went is written down. */
class RollOffIT {

  private static final InstantSource CITY =
      InstantSource.fixed(Instant.parse("2026-06-15T10:00:00Z"));
  private static final InstantSource REAL =
      InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

  @Test
  void oldRowsGoOnceAndLeaveARow(@TempDir Path directory) {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute(
          "INSERT INTO observations (device_id, metric, observed_at, source, id, version) SELECT 'd',"
              + " 'm', toDateTime64('2025-03-05 00:00:00', 3, 'UTC') + INTERVAL number DAY, 's',"
              + " toString(number), 1 FROM numbers(100)");
      writer.execute(
          "INSERT INTO dead_letters (dead_letter_id, received_at, version) SELECT toString(number),"
              + " toDateTime64('2026-08-20 12:00:00', 3, 'UTC') + INTERVAL number DAY, 1 FROM"
              + " numbers(10)");
      RollOff rollOff =
          new RollOff(writer, KeepDays.parse("observations=400,dead_letters=90"), CITY, REAL);

      rollOff.pass();

      // 400 days before 15 June 2026 is 11 May 2025: the month of May stays whole.
      assertThat(writer.scalar("SELECT toString(min(toDate(observed_at))) FROM observations"))
          .isEqualTo("2025-05-01");
      assertThat(writer.scalar("SELECT count() FROM observations")).isEqualTo("43");
      assertThat(writer.scalar("SELECT toString(min(toDate(received_at))) FROM dead_letters"))
          .isEqualTo("2026-08-22");
      assertThat(log(writer)).isEqualTo("dead_letters 2 done, observations 57 done");

      rollOff.pass();
      assertThat(log(writer)).isEqualTo("dead_letters 2 done, observations 57 done");

      // As a process leaves it that was killed between writing down and deleting.
      writer.execute(
          "INSERT INTO roll_offs (table_name, rolled_at, before, keep_days, rows, state, version)"
              + " SELECT 'dead_letters', now64(3), toDateTime64('2026-08-24 00:00:00', 3, 'UTC'), 90,"
              + " 2, 'planned', 1");
      new RollOff(writer, KeepDays.parse("dead_letters=90"), CITY, REAL).pass();
      assertThat(writer.scalar("SELECT count() FROM dead_letters")).isEqualTo("6");
      assertThat(log(writer))
          .isEqualTo("dead_letters 2 done, dead_letters 2 done, observations 57 done");
      rollOff.close();
    }
  }

  private static String log(ClickHouseClient client) {
    return client.scalar(
        "SELECT arrayStringConcat(arraySort(groupArray(table_name || ' ' || toString(rows) || ' ' ||"
            + " toString(state))), ', ') FROM roll_offs FINAL");
  }
}

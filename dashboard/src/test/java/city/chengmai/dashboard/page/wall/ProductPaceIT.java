package city.chengmai.dashboard.page.wall;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.query.JobQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductPaceIT {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path data;

  @Test
  void latenessFollowsTheRuns() {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(data);
        ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      JobQueries jobs = new JobQueries(new Store(writer));
      ProductPace pace = new ProductPace(jobs, DAY, InstantSource.fixed(NOW));
      pace.refresh();
      assertThat(pace.interval()).isEqualTo(DAY);
      assertThat(pace.sinceLatest()).isEmpty();

      run(writer, "a", "2026-03-01 10:00:00");
      pace.refresh();
      assertThat(pace.interval()).as("of one run").isEqualTo(DAY);
      assertThat(pace.sinceLatest()).hasValue(Duration.ofHours(2));

      run(writer, "b", "2026-03-01 10:01:00");
      pace.refresh();
      assertThat(pace.interval()).as("of runs each minute").isEqualTo(Duration.ofMinutes(5));

      run(writer, "c", "2026-03-01 11:01:00");
      pace.refresh();
      assertThat(pace.interval()).as("of runs each hour").isEqualTo(Duration.ofHours(1));

      run(writer, "d", "2026-02-01 00:00:00");
      pace.refresh();
      assertThat(pace.interval()).as("after a month without").isEqualTo(DAY);
    }
  }

  private static void run(ClickHouseClient writer, String id, String at) {
    writer.execute(
        "INSERT INTO job_runs (run_id, job, state, started_at, finished_at, version) VALUES"
            + " ('%s', 'portraits', 'done', '%s', '%s', 2)".formatted(id, at, at));
  }
}

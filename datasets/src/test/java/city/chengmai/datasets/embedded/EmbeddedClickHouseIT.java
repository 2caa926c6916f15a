package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClickHouseIT {
  @TempDir Path directory;

  @Test
  void startsAndMigratesTwice() {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient reader = new ClickHouseClient(engine.reader())) {
      engine.migrate();
      assertThat(reader.scalar("SELECT count() FROM schema_migrations")).isEqualTo("6");
      assertThat(reader.rows("SELECT 1 AS one, 'x' AS text").get(0).toString())
          .isEqualTo("{\"one\":1,\"text\":\"x\"}");
    }
  }
}

package city.chengmai.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigratorIT {
  @TempDir Path directory;

  @Test
  void concurrentRunsEndInOneSchema_andAChangedMigrationIsRefused() {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory)) {
      ClickHouseEndpoint admin = engine.admin();
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(() -> migrate(admin)))
                  .limit(3)
                  .toArray(CompletableFuture[]::new))
          .join();
      assertThat(new SchemaMigrator(admin).migrate()).isEmpty();
      assertTables(engine);
      Migration changed = new Migration("0001_changed.sql", "other", List.of());
      assertThatThrownBy(() -> new SchemaMigrator(admin, List.of(changed)).migrate())
          .hasMessageContaining("0001_changed.sql")
          .hasMessageContaining("applied migrations never change");
    }
  }

  private static void migrate(ClickHouseEndpoint admin) {
    new SchemaMigrator(admin).migrate();
  }

  private static void assertTables(EmbeddedClickHouse engine) {
    try (ClickHouseClient reader = new ClickHouseClient(engine.reader());
        ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      assertThat(reader.scalar("SELECT count() FROM schema_migrations"))
          .isEqualTo(Integer.toString(Migration.all().size()));
      List<String> names =
          admin.rows("SELECT name FROM system.tables WHERE database = 'chengmai'").stream()
              .map(row -> row.get("name").asText())
              .filter(name -> !name.startsWith("schema_"))
              .toList();
      assertThat(Stream.of(Table.values()).map(Table::tableName))
          .containsExactlyInAnyOrderElementsOf(names);
      assertThat(Table.CASES.columns(reader)).extracting(Table.Column::name).contains("case_id");
    }
  }
}

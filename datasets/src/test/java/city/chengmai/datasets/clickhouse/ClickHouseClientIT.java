package city.chengmai.datasets.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseClientIT {
  private static final String HALF_WAY =
      "SELECT number FROM numbers(1000000) WHERE throwIf(number = 900000) = 0"
          + " SETTINGS max_block_size = 1000, max_threads = 1";

  @TempDir static Path directory;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(directory);
    client = new ClickHouseClient(engine.admin());
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @Test
  void parametersArriveAsTheyAre() {
    String awkward = "it's \\ a\ttab\nline, 网格 {x:String}";
    ClickHouseQuery query =
        ClickHouseQuery.of(
                "SELECT {t:String} = {u:Array(String)}[1] AS same, {t:String} AS text,"
                    + " {m:DateTime64(3,'UTC')} AS moment, {d:Date} AS day,"
                    + " {n:Nullable(Int64)} AS nothing, {i:Int64} AS big")
            .with("t", awkward)
            .with("u", List.of(awkward))
            .with("m", Instant.parse("2025-03-01T01:02:03.456Z"))
            .with("d", LocalDate.of(2025, 3, 1))
            .with("n", null)
            .with("i", Long.MAX_VALUE);
    var row = client.rows(query).get(0);
    assertThat(row.get("text").asText()).isEqualTo(awkward);
    assertThat(row.get("same").asInt()).isEqualTo(1);
    assertThat(row.get("moment").asText()).isEqualTo("2025-03-01 01:02:03.456");
    assertThat(row.get("day").asText()).isEqualTo("2025-03-01");
    assertThat(row.get("nothing").isNull()).isTrue();
    assertThat(row.get("big").asLong()).isEqualTo(Long.MAX_VALUE);
  }

  @RepeatedTest(10)
  void failureHalfWayIsNeverAWholeResult() {
    assertThatThrownBy(() -> client.rows(HALF_WAY))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("395");
    assertThatThrownBy(
            () -> {
              try (InputStream body = client.body(ClickHouseQuery.of(HALF_WAY), "TSV")) {
                body.readAllBytes();
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("395");
  }

  @Test
  void ownFormatIsRefused() {
    assertThatThrownBy(() -> client.rows("SELECT 1 FORMAT CSV")).hasMessageContaining("FORMAT CSV");
  }

  @Test
  void nobodyThere() {
    ClickHouseEndpoint nobody =
        new ClickHouseEndpoint(URI.create("http://127.0.0.1:1"), "a", "b", "c");
    try (ClickHouseClient lonely = new ClickHouseClient(nobody)) {
      assertThat(lonely.health().state()).isEqualTo(Health.State.DOWN);
      assertThatThrownBy(() -> lonely.scalar("SELECT 1"))
          .isInstanceOfSatisfying(
              StoreException.class, fault -> assertThat(fault.retryable()).isTrue())
          .hasMessageContaining("clickhouse.url");
    }
  }
}

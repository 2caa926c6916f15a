package city.chengmai.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.ingest.sink.ClickHouseRowStore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layouts and the encoder against the real engine. */
class FactTableIT {

  /** What only analytics tells of an alert; live clocks leave them at their defaults. */
  private static final Set<String> OF_FINDINGS =
      Set.of(
          "group_id",
          "subject",
          "areas",
          "longitude",
          "latitude",
          "radius",
          "details",
          "paused_by");

  private static final Instant EARLY = Instant.EPOCH;
  private static final Instant LATE = Instant.parse("2199-12-31T23:59:59.999Z");

  @Test
  void layoutsAreTheTablesColumnsInOrderAndExtremesComeBack(@TempDir Path directory) {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient client = new ClickHouseClient(engine.admin())) {
      for (FactTable table : FactTable.values()) {
        assertThat(columns(client, table)).as(table.tableName()).isEqualTo(table.columns());
      }
      registryRoundTrip(client);
      patrolRoundTrip(client);
    }
  }

  private static void registryRoundTrip(ClickHouseClient client) {
    RowWriter writer = new RowWriter();
    String name = "城脉\0\n'\"".repeat(500);
    byte[] row =
        writer
            .text("r1")
            .text("building")
            .text(name)
            .text("")
            .map(Map.of("名称", "值"))
            .text("import")
            .optionalMoment(EARLY)
            .optionalMoment(null)
            .moment(LATE)
            .moment(EARLY)
            .count64(-1L)
            .toRow();
    new ClickHouseRowStore(client).insert(FactTable.REGISTRY, row, row.length);
    ObjectNode back = client.rows("SELECT * FROM registry").get(0);
    assertThat(back.get("name").asText()).isEqualTo(name);
    assertThat(back.get("attributes").get("名称").asText()).isEqualTo("值");
    assertThat(back.get("valid_from").asText()).isEqualTo("1970-01-01 00:00:00.000");
    assertThat(back.get("valid_to").isNull()).isTrue();
    assertThat(back.get("updated_at").asText()).isEqualTo("2199-12-31 23:59:59.999");
    assertThat(client.scalar("SELECT toString(version) FROM registry"))
        .isEqualTo("18446744073709551615");
  }

  private static void patrolRoundTrip(ClickHouseClient client) {
    byte[] row =
        new RowWriter()
            .text("p1")
            .text("s")
            .text("g")
            .moment(EARLY)
            .optionalMoment(LATE)
            .optionalDecimal(-0.5)
            .flag(true)
            .count16(70_000)
            .moment(EARLY)
            .count64(1)
            .toRow();
    new ClickHouseRowStore(client).insert(FactTable.PATROL_ROUNDS, row, row.length);
    ObjectNode back = client.rows("SELECT * FROM patrol_rounds").get(0);
    assertThat(back.get("coverage").asDouble()).isEqualTo(-0.5);
    assertThat(back.get("valid").asInt()).isEqualTo(1);
    assertThat(back.get("findings").asInt()).isEqualTo(65_535);
  }

  private static List<String> columns(ClickHouseClient client, FactTable table) {
    return client.rows("DESCRIBE TABLE " + table.tableName()).stream()
        .map(row -> row.get("name").asText())
        .filter(column -> table != FactTable.ALERTS || !OF_FINDINGS.contains(column))
        .toList();
  }
}

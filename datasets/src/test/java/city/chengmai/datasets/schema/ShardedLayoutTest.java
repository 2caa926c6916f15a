package city.chengmai.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShardedLayoutTest {
  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS rounds
      (
          round_id String COMMENT 'ENGINE',
          version UInt64
      )
      ENGINE = ReplacingMergeTree(version)
      ORDER BY (round_id, version)
      COMMENT 'it''s (巡查)'""";

  private final ShardedLayout plain = new ShardedLayout("two", "city");

  @Test
  void everyStatementOfEveryMigrationHasAFormForShards() {
    assertThat(Migration.all().stream().flatMap(migration -> migration.statements().stream()))
        .allSatisfy(
            statement ->
                assertThat(plain.statements(statement))
                    .first()
                    .asString()
                    .contains(" city_local."));
  }

  @Test
  void aTableBecomesAPartAndAWholeThatIsSplitByItsSortingKey() {
    assertThat(plain.statements(CREATE))
        .containsExactly(
            CREATE.replace("EXISTS rounds", "EXISTS city_local.rounds"),
            "CREATE TABLE IF NOT EXISTS rounds AS city_local.rounds ENGINE = Distributed('two',"
                + " 'city_local', 'rounds', cityHash64(round_id, version)) COMMENT 'it''s (巡查)'");
  }

  @Test
  void columnsChangeInPartAndWholeAndRowsInThePartAlone() {
    assertThat(plain.statements("ALTER TABLE a ADD COLUMN IF NOT EXISTS b String AFTER c"))
        .containsExactly(
            "ALTER TABLE city_local.a ADD COLUMN IF NOT EXISTS b String AFTER c",
            "ALTER TABLE a ADD COLUMN IF NOT EXISTS b String AFTER c");
    assertThat(plain.statements("ALTER TABLE a DELETE WHERE b = 'c'"))
        .containsExactly("ALTER TABLE city_local.a DELETE WHERE b = 'c'");
  }

  @Test
  void whatHasNoFormForShardsIsRefused() {
    for (String statement :
        List.of(
            "INSERT INTO a SELECT 1",
            "ALTER TABLE a MODIFY ORDER BY (b)",
            "CREATE TABLE IF NOT EXISTS a (b String)\nENGINE = Memory",
            "CREATE TABLE IF NOT EXISTS a (b String)\nENGINE = MergeTree\nORDER BY tuple()")) {
      assertThatThrownBy(() -> plain.statements(statement)).hasMessageContaining("several servers");
    }
    assertThatThrownBy(() -> new ShardedLayout("a'b", "city"))
        .hasMessageContaining("clickhouse.cluster");
  }
}

package city.chengmai.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every column type of our tables, and a few more, read through Spark from a real ClickHouse. */
class ClickHouseDialectIT {

  private static EngineFixture engine;

  @BeforeAll
  static void start() {
    engine = new EngineFixture();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void unsignedNumbersKeepTheirLargestValue() {
    Row row =
        read(
            "toUInt8(255) AS a, toUInt16(65535) AS b, toUInt32(4294967295) AS c,"
                + " toUInt64('18446744073709551615') AS d, toInt64('-9223372036854775808') AS e");

    assertThat(row.<Number>getAs("a").intValue()).isEqualTo(255);
    assertThat(row.<Number>getAs("b").intValue()).isEqualTo(65_535);
    assertThat(row.<Number>getAs("c").longValue()).isEqualTo(4_294_967_295L);
    assertThat(row.<BigDecimal>getAs("d")).isEqualByComparingTo("18446744073709551615");
    assertThat(row.<Number>getAs("e").longValue()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void textLikeTypesAreText() {
    Row row =
        read(
            "toLowCardinality('坑') AS a, toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS b,"
                + " CAST('x', 'Enum8(\\'x\\' = 1)') AS c, toFixedString('ab', 2) AS d,"
                + " map('k', 'v') AS e");

    assertThat(row.<String>getAs("a")).isEqualTo("坑");
    assertThat(row.<String>getAs("b")).isEqualTo("61f0c404-5cb3-11e7-907b-a6006ad3dba0");
    assertThat(row.<String>getAs("c")).isEqualTo("x");
    assertThat(row.<String>getAs("d")).isEqualTo("ab");
    assertThat(row.<String>getAs("e")).contains("k").contains("v");
  }

  @Test
  void momentsAreMomentsWhateverTheZoneOfTheMachine() {
    Row row =
        read(
            "toDateTime64('2025-03-30 01:30:00.123', 3, 'UTC') AS a,"
                + " toDateTime('2025-03-30 01:30:00', 'UTC') AS b, toDate('2025-03-30') AS c");

    assertThat(row.<Timestamp>getAs("a").toInstant())
        .isEqualTo(Instant.parse("2025-03-30T01:30:00.123Z"));
    assertThat(row.<Timestamp>getAs("b").toInstant())
        .isEqualTo(Instant.parse("2025-03-30T01:30:00Z"));
    assertThat(row.<java.sql.Date>getAs("c").toLocalDate()).isEqualTo("2025-03-30");
  }

  @Test
  void nothingIsNull() {
    Row row =
        read(
            "CAST(NULL, 'Nullable(Float64)') AS a, CAST(NULL, 'Nullable(DateTime64(3, \\'UTC\\'))')"
                + " AS b, CAST(NULL, 'LowCardinality(Nullable(String))') AS c");

    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.isNullAt(1)).isTrue();
    assertThat(row.isNullAt(2)).isTrue();
  }

  @Test
  void arraysOfTextAreSequences() {
    assertThat(read("['a', 'b'] AS a").<String>getList(0)).isEqualTo(List.of("a", "b"));
  }

  private static Row read(String columns) {
    return new ClickHouseReader(engine.spark(), engine.store(), 2)
        .read("SELECT " + columns + ", 1 AS key", "key")
        .collectAsList()
        .get(0);
  }
}

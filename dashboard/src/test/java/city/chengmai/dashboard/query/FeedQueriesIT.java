package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.FeedQueries.FeedRow;
import city.chengmai.dashboard.query.FeedQueries.RollOffRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came, next to what the city declares. */
class FeedQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-20T02:30:00Z");

  @Test
  void everySourceIsShownDeclaredOrNot(@TempDir Path directory) {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient writer = new ClickHouseClient(engine.writer());
        ClickHouseClient reader = new ClickHouseClient(engine.reader())) {
      fill(writer);
      List<FeedRow> rows = new FeedQueries(new Store(reader)).feeds(NOW);
      assertThat(rows)
          .extracting(FeedRow::source)
          .containsExactly("s/police", "s/police-2", "s/quiet", "s/refused", "s/stranger");
      assertPolice(rows.get(0));
      assertThat(rows.get(1).feedId()).isEqualTo("police");
      assertThat(rows.get(1).lastAt()).isNull();
      assertThat(rows.get(2).heartbeatAt()).isNull();
      assertThat(rows.get(3).feedId()).isEmpty();
      assertThat(rows.get(3).deadLetters()).isEqualTo(2);
      assertThat(rows.get(3).deadLettersLastDay()).isEqualTo(1);
      assertThat(rows.get(4).feedId()).isEmpty();
      assertThat(rows.get(4).events()).isEqualTo(1);
      assertThat(rows).extracting(FeedRow::feedEvents).containsExactly(3L, 3L, 0L, 0L, 1L);
      assertThat(rows)
          .extracting(FeedRow::silent)
          .as("A08 of quiet stands; of police it was cleared by an event; of stranger by its age")
          .containsExactly(false, false, true, false, true);
      assertThat(rows).extracting(FeedRow::late).containsExactly(true, true, false, false, false);
      assertRollOffs(writer, new FeedQueries(new Store(reader)));
    }
  }

  private static void assertRollOffs(ClickHouseClient writer, FeedQueries queries) {
    assertThat(queries.rollOffs(5)).isEmpty();
    writer.execute(
        "INSERT INTO roll_offs (table_name, rolled_at, before, keep_days, rows, state, version) VALUES"
            + " ('observations', '2026-03-19 00:00:00', '2025-02-01 00:00:00', 400, 7, 'planned', 1),"
            + " ('observations', '2026-03-19 00:00:00', '2025-02-01 00:00:00', 400, 7, 'done', 2),"
            + " ('dead_letters', '2026-03-20 00:00:00', '2025-12-20 00:00:00', 90, 3, 'planned', 1)");
    assertThat(queries.rollOffs(5))
        .as("what is only planned has not gone")
        .containsExactly(
            new RollOffRow(
                "observations",
                Instant.parse("2026-03-19T00:00:00Z"),
                Instant.parse("2025-02-01T00:00:00Z"),
                400,
                7));
  }

  private static void assertPolice(FeedRow police) {
    assertThat(police.nameZh()).isEqualTo("公安");
    assertThat(police.events()).isEqualTo(3);
    assertThat(police.lastHour()).isEqualTo(1);
    assertThat(police.lastDay()).isEqualTo(2);
    assertThat(police.lastAt()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
    assertThat(police.lagSeconds()).isEqualTo(30);
    assertThat(police.intervalSeconds()).isEqualTo(3_600);
    assertThat(police.declaredSchema()).isEqualTo("1");
    assertThat(police.reportedSchema()).isEqualTo("2");
    assertThat(police.heartbeatAt()).isEqualTo(NOW.minus(Duration.ofMinutes(6)));
    assertThat(police.saysLate()).isTrue();
  }

  private static void fill(ClickHouseClient writer) {
    Rows feeds = new Rows("feeds");
    feed(feeds, "police", "公安", 0, 1, "s/police", "s/police-2");
    feed(feeds, "quiet", "安监", 1, 1, "s/quiet");
    feed(feeds, "gone", "旧接入", 2, 0, "s/gone");
    feeds.into(writer);
    Rows events = new Rows("events");
    event(events, "s/police", Duration.ofMinutes(5));
    event(events, "s/police", Duration.ofHours(3));
    event(events, "s/police", Duration.ofDays(3));
    event(events, "s/police", Duration.ofHours(-1));
    event(events, "s/stranger", Duration.ofHours(2));
    events.into(writer);
    Rows beats = new Rows("feed_heartbeats");
    beat(beats, "heartbeat", "2", Duration.ofMinutes(30));
    beat(beats, "late", "", Duration.ofMinutes(6));
    beats.into(writer);
    Rows letters = new Rows("dead_letters");
    letter(letters, "1", Duration.ofHours(1));
    letter(letters, "2", Duration.ofDays(2));
    letters.into(writer);
    Rows alerts = new Rows("alerts");
    alert(alerts, "A08", "police", Duration.ofMinutes(20));
    alert(alerts, "A08", "quiet", null);
    alert(alerts, "A08", "s/stranger", Duration.ofMinutes(1));
    alert(alerts, "A08-late", "police", null);
    alerts.into(writer);
  }

  private static void alert(Rows rows, String rule, String feed, Duration clearedAgo) {
    rows.add(
        "alert_id",
        rule + feed,
        "rule",
        rule,
        "evidence",
        List.of(feed),
        "state",
        clearedAgo == null ? "open" : "cleared",
        "raised_at",
        NOW.minus(Duration.ofDays(1)),
        "cleared_at",
        clearedAgo == null ? null : NOW.minus(clearedAgo));
  }

  private static void feed(
      Rows rows, String id, String name, int position, int declared, String... sources) {
    rows.add(
        "feed_id",
        id,
        "name_zh",
        name,
        "name_en",
        id,
        "kind",
        "department",
        "sources",
        List.of(sources),
        "interval_seconds",
        3_600,
        "schema_version",
        "1",
        "position",
        position,
        "declared",
        declared);
  }

  private static void event(Rows rows, String source, Duration ago) {
    Instant at = NOW.minus(ago);
    rows.add(
        "source",
        source,
        "id",
        source + at,
        "type",
        "cn.grid.case.filed",
        "subject",
        "c",
        "occurred_at",
        at,
        "recorded_at",
        at.plusSeconds(30),
        "data",
        "{}");
  }

  private static void beat(Rows rows, String kind, String schema, Duration ago) {
    Instant at = NOW.minus(ago);
    rows.add(
        "feed_id",
        "police",
        "source",
        "s/police",
        "kind",
        kind,
        "schema_version",
        schema,
        "sent_at",
        at,
        "id",
        kind,
        "recorded_at",
        at);
  }

  private static void letter(Rows rows, String id, Duration ago) {
    rows.add(
        "dead_letter_id",
        id,
        "reason",
        "duplicate",
        "source",
        "s/refused",
        "received_at",
        NOW.minus(ago));
  }
}

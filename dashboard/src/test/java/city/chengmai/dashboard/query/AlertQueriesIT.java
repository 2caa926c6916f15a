package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.AreaAlertsRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of live clocks as pages see them: two overdue cases in one grid, one in another. */
class AlertQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static AlertQueries alerts;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    alerts = new AlertQueries(new Store(reader));
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      insert(writer, "A01", "c1", "west", "warning", "open", "2026-02-20 08:00:00");
      insert(writer, "A01", "c2", "west", "alarm", "open", "2026-02-21 08:00:00");
      insert(writer, "A01", "c3", "east", "warning", "open", "2026-02-22 08:00:00");
      insert(writer, "A01", "c4", "east", "warning", "cleared", "2026-02-23 08:00:00");
      insert(writer, "A01-due-soon", "c5", "west", "notice", "open", "2026-02-28 08:00:00");
      insert(writer, "A11", "a1", "west", "alarm", "open", "2026-02-27 08:00:00");
    }
  }

  @AfterAll
  static void stop() {
    reader.close();
    engine.close();
  }

  @Test
  void theOverdueCasesOfAGridAreOneLineToldByTheLatest() {
    List<AlertRow> open = alerts.open(NOW, 24);
    assertThat(open)
        .extracting(AlertRow::rule, AlertRow::areaId, AlertRow::subject, AlertRow::evidenceTotal)
        .containsExactly(
            tuple("A01-due-soon", "west", "c5", 1L),
            tuple("A11", "west", "a1", 1L),
            tuple("A01", "east", "c3", 1L),
            tuple("A01", "west", "c2", 2L));
    assertThat(open.get(3).severity()).isEqualTo("alarm");
    assertThat(alerts.open(NOW, "east", 24)).hasSize(1);
  }

  @Test
  void areasCountTheirOverdueCasesOnceAndAsNoAlarm() {
    assertThat(alerts.byArea(NOW))
        .containsExactly(new AreaAlertsRow("east", 1, 0), new AreaAlertsRow("west", 3, 1));
    // The tile counts what the map marks.
    assertThat(new WallQueries(new Store(reader)).alertCounts(NOW, NOW.minusSeconds(86_400)))
        .isEqualTo(new WallQueries.AlertCountsRow(2, 1, 1, 1));
  }

  @Test
  void aCaseHasItsOwn() {
    assertThat(alerts.ofCase(NOW, "c1")).extracting(AlertRow::subject).containsExactly("c1");
    assertThat(alerts.ofCase(NOW, "c4")).isEmpty();
  }

  @Test
  void sentencesNameCaseAndBothEndsOfTheClock() {
    for (Language language : Language.values()) {
      Figures figures = new Figures(language, ZoneId.of("Asia/Shanghai"));
      AlertSentence sentence =
          new AlertSentence(new CityModel(null, List.of(), List.of(), List.of()), figures);
      String text = sentence.text(alerts.ofCase(NOW, "c1").get(0));
      assertThat(text)
          .contains("c1")
          .contains(figures.fullMoment(Instant.parse("2026-02-19T08:00:00Z")))
          .contains(figures.fullMoment(Instant.parse("2026-02-20T08:00:00Z")));
      assertThat(sentence.text(alerts.open(NOW, 24).get(3))).contains("c2").contains("2");
    }
  }

  private static void insert(
      ClickHouseClient writer,
      String rule,
      String subject,
      String area,
      String severity,
      String state,
      String due) {
    String cleared = state.equals("open") ? "NULL" : "'" + due + "'";
    String values =
        """
        ('%1$s|%2$s', '%1$s', '%4$s', '%3$s', 'looks', toDateTime64('%6$s', 3, 'UTC') - INTERVAL 1 DAY,
         '%6$s', 1440, 'past-due', ['%2$s'], 1, '%5$s', '%6$s', %7$s, 1)"""
            .formatted(rule, subject, area, severity, state, due, cleared);
    writer.execute(
        "INSERT INTO alerts (alert_id, rule, severity, area_id, category, period_start, period_end,"
            + " observed, method, evidence, evidence_total, state, raised_at, cleared_at, version)"
            + " VALUES "
            + values);
  }
}

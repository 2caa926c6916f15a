package city.chengmai.analytics.bench;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.job.AlertJobs;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.source.demo.DemoOptions;
import city.chengmai.datasets.source.demo.DemoTruth;
import city.chengmai.datasets.source.demo.Incident;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lives through a demo city, judges all its days by all rules that look for what is hidden in it,
 * and holds the findings against the truth. What ingest's live clock says of silent devices (rule
 * A11-silent) is worked out from the readings by the same rule: a day counts when a device that was
 * heard before has sent nothing for longer than its limit at some moment of it.
 */
final class DemoTruthStudy {

  /** Days of a city: the quiet first cycle of 60 days and the whole second one. */
  static final int DAYS = 120;

  private static final String ROOT_OF_CITY =
      "SELECT area_id FROM areas FINAL WHERE parent_id = '' AND overlay = 0 LIMIT 1";
  private static final int YOUNGEST_DAY = 16;

  private DemoTruthStudy() {}

  /**
   * What came of it.
   *
   * @param outcomes of each incident
   * @param wrong first findings of alerts about nothing that was hidden
   * @param seriesDays series judged, times days
   */
  record Result(List<Outcome> outcomes, List<TruthCheck.Found> wrong, double seriesDays) {}

  /** An incident and when it was found. */
  record Outcome(Incident incident, Optional<LocalDate> found) {

    double delay() {
      return found.orElseThrow().toEpochDay() - incident.from().toEpochDay();
    }
  }

  static Result of(EngineFixture engine, long seed, LocalDate firstDay) {
    HolidayCalendar holidays = HolidayCalendars.named("china");
    DemoOptions options = new DemoOptions(seed, firstDay, holidays);
    engine.clear();
    try (ClickHouseClient admin = engine.admin()) {
      admin.execute("TRUNCATE TABLE observations");
      admin.execute("TRUNCATE TABLE patrol_rounds");
    }
    DemoTables tables = DemoTables.write(engine, options, DAYS);
    Instant now = firstDay.plusDays(DAYS).atStartOfDay(DemoOptions.ZONE).toInstant();
    AlertJobs.run(engine, holidays, now, DAYS);
    try (ClickHouseClient client = engine.store().client()) {
      TruthCheck check = new TruthCheck(DemoTruth.of(options, DAYS), client.scalar(ROOT_OF_CITY));
      List<TruthCheck.Found> findings = findings(client);
      findings.addAll(silent(tables.heard(), now));
      List<Outcome> outcomes =
          check.truth().stream()
              .map(incident -> new Outcome(incident, check.foundOn(incident, findings)))
              .toList();
      return new Result(outcomes, check.falseAlerts(findings), seriesDays(client, tables));
    }
  }

  private static List<TruthCheck.Found> findings(ClickHouseClient client) {
    List<TruthCheck.Found> findings = new ArrayList<>();
    String zone = DemoOptions.ZONE.getId();
    for (ObjectNode row :
        client.rows(
            "SELECT rule, group_id, category, subject, arrayDistinct(arrayPushBack(areas, area_id))"
                + " AS places, toString(toDate(toTimeZone(period_start, '%1$s'))) AS first,"
                    .formatted(zone)
                + " toString(toDate(toTimeZone(period_end - INTERVAL 1 SECOND, '%1$s'))) AS last"
                    .formatted(zone)
                + " FROM alerts FINAL ORDER BY alert_id")) {
      Set<String> areas = new HashSet<>();
      row.get("places").forEach(area -> areas.add(area.asText()));
      findings.add(
          new TruthCheck.Found(
              row.get("rule").asText(),
              row.get("group_id").asText(),
              row.get("category").asText(),
              row.get("subject").asText(),
              areas,
              LocalDate.parse(row.get("first").asText()),
              LocalDate.parse(row.get("last").asText())));
    }
    return findings;
  }

  private static List<TruthCheck.Found> silent(Map<String, List<Instant>> heard, Instant now) {
    Duration limit =
        Duration.ofMinutes(
            Math.round(AlertRules.bundled().rule("A11-silent").parameter("silent-minutes")));
    List<TruthCheck.Found> findings = new ArrayList<>();
    heard.forEach(
        (device, moments) -> {
          for (int i = 0; i < moments.size(); i++) {
            Instant next = i + 1 < moments.size() ? moments.get(i + 1) : now;
            Instant late = moments.get(i).plus(limit);
            if (late.isBefore(next)) {
              LocalDate day = late.atZone(DemoOptions.ZONE).toLocalDate();
              String group = "A11-silent|" + device + "|" + day;
              findings.add(
                  new TruthCheck.Found("A11-silent", group, "", device, Set.of(), day, day));
            }
          }
        });
    return findings;
  }

  /**
   * Days times: series of a category (a grid's or the city's) with a case, scans, devices and
   * metrics with enough readings, and twice the grids, for pace and patrols. Hours and weeks are
   * left out, so that the rate is not flattered.
   */
  private static double seriesDays(ClickHouseClient client, DemoTables tables) {
    double volumes =
        Double.parseDouble(
            client.scalar(
                "SELECT uniqExact(category, grid) + 2 * uniqExact(category) FROM cases FINAL"));
    double sensors =
        Double.parseDouble(
            client.scalar(
                "SELECT count() FROM (SELECT device_id, metric FROM observations FINAL"
                    + " GROUP BY device_id, metric HAVING count() >= 200)"));
    return (volumes + sensors + 2.0 * tables.grids().size()) * (DAYS - YOUNGEST_DAY);
  }
}

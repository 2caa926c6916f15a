package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.HandledCase;
import city.chengmai.analytics.model.alert.HandlingPace;
import city.chengmai.analytics.model.alert.PaceRule;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.rule.AlertRule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule A17: grids whose recent cases are handled far more slowly than their past and others lead
 * one to expect.
 */
final class HandlingJob implements Job {

  private static final int MOST_EVIDENCE = 50;

  private static final String CASES =
      "SELECT case_id, toString(grid) AS grid, toInt64(toUnixTimestamp(filed)) AS filed,"
          + " toInt64(toUnixTimestamp(due)) AS due, if(isNull(ended), -1,"
          + " toInt64(toUnixTimestamp(assumeNotNull(ended)))) AS ended FROM (SELECT case_id, grid,"
          + " toDateTime(assumeNotNull(filed_at)) AS filed, toDateTime(assumeNotNull(due_at)) AS due,"
          + " toDateTime(coalesce(least(disposed_at, closed_at), disposed_at, closed_at)) AS ended"
          + " FROM cases FINAL WHERE grid != '' AND isNotNull(filed_at) AND isNotNull(due_at)"
          + " AND isNull(cancelled_at) AND filed_at >= {from:DateTime64(3, 'UTC')}"
          + " AND filed_at < {until:DateTime64(3, 'UTC')}) WHERE due > filed ORDER BY case_id";

  private final AlertRule rule;
  private final CityNumbers numbers;

  /** A job with the numbers that hold in a city. */
  HandlingJob(AlertRule rule, CityNumbers numbers) {
    this.rule = rule;
    this.numbers = numbers;
  }

  @Override
  public String name() {
    return "handling-pace";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    DaySpan days = RecentDays.of(run, rule);
    List<AlertRow> rows = new ArrayList<>();
    if (days.days() > 0) {
      RuleByArea holding = RuleByArea.of(run, days, rule, numbers);
      List<HandledCase> cases = cases(run, days, holding);
      rows.addAll(
          holding.found(
              version -> rows(run, days, version, cases),
              row -> row.text("area_id"),
              row -> row.periodStart().atZone(run.city().zone()).toLocalDate()));
    }
    List<AlertRow> grouped = new AlertGroups(run, rule, "").of(rows, days);
    return new FindingStore(run, rule).write(AlertBook.ending(run, rule.id(), days), grouped);
  }

  private List<AlertRow> rows(
      RunContext run, DaySpan days, AlertRule version, List<HandledCase> cases) {
    HandlingPace handling = new HandlingPace(PaceRule.of(version));
    List<AlertRow> rows = new ArrayList<>();
    for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
      for (HandlingPace.Slow slow : handling.at(moment(run, day).getEpochSecond(), cases)) {
        rows.add(row(run, version, day, slow));
      }
    }
    return rows;
  }

  /** The end of a day, or now while it goes on. */
  private static Instant moment(RunContext run, LocalDate day) {
    Instant end = run.city().startOf(day.plusDays(1));
    return end.isBefore(run.city().now()) ? end : run.city().now();
  }

  private static List<HandledCase> cases(RunContext run, DaySpan days, RuleByArea holding) {
    long back =
        holding.versions().stream()
            .map(PaceRule::of)
            .mapToLong(pace -> pace.windowDays() + (long) pace.historyDays())
            .max()
            .orElse(0);
    LocalDate from = days.from().minusDays(back);
    List<HandledCase> cases = new ArrayList<>();
    try (ClickHouseClient client = run.store().client()) {
      ClickHouseQuery query =
          ClickHouseQuery.of(CASES)
              .with("from", run.city().startOf(from))
              .with("until", run.city().startOf(days.to()));
      for (ObjectNode row : client.rows(query)) {
        long ended = row.get("ended").asLong();
        cases.add(
            new HandledCase(
                row.get("case_id").asText(),
                row.get("grid").asText(),
                row.get("filed").asLong(),
                row.get("due").asLong(),
                ended < 0 ? HandledCase.OPEN : ended));
      }
    }
    return cases;
  }

  private static AlertRow row(
      RunContext run, AlertRule version, LocalDate day, HandlingPace.Slow slow) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("observed", slow.finished());
    figures.put("expected", slow.expected());
    figures.put("lower", null);
    figures.put("upper", null);
    figures.put("log10_p", slow.log10P());
    AlertRow row =
        AlertRow.of(
            version,
            new AlertRow.Subject(
                String.join("|", version.id(), slow.grid(), day.toString()),
                slow.grid(),
                "",
                run.city().startOf(day),
                run.city().startOf(day.plusDays(1))),
            slow.log10P() <= version.parameter("alarm-log10-p") ? "alarm" : "warning",
            figures,
            new AlertRow.Evidence(
                slow.open().stream().limit(MOST_EVIDENCE).toList(), slow.open().size()),
            run.stamp());
    return row.with("raised_at", Stamp.text(moment(run, day)))
        .withDetails(
            Map.of(
                "window-days", String.valueOf(PaceRule.of(version).windowDays()),
                "open", String.valueOf(slow.open().size())));
  }
}

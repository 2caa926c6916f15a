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
  private final PaceRule pace;

  HandlingJob(AlertRule rule) {
    this.rule = rule;
    this.pace = PaceRule.of(rule);
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
      List<HandledCase> cases = cases(run, days);
      HandlingPace handling = new HandlingPace(pace);
      for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
        for (HandlingPace.Slow slow : handling.at(moment(run, day).getEpochSecond(), cases)) {
          rows.add(row(run, day, slow));
        }
      }
    }
    List<AlertRow> grouped = new AlertGroups(run, rule, "").of(rows, days);
    return new FindingStore(run, rule).write(AlertBook.ending(run, rule.id(), days), grouped);
  }

  /** The end of a day, or now while it goes on. */
  private static Instant moment(RunContext run, LocalDate day) {
    Instant end = run.city().startOf(day.plusDays(1));
    return end.isBefore(run.city().now()) ? end : run.city().now();
  }

  private List<HandledCase> cases(RunContext run, DaySpan days) {
    LocalDate from = days.from().minusDays(pace.windowDays() + (long) pace.historyDays());
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

  private AlertRow row(RunContext run, LocalDate day, HandlingPace.Slow slow) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("observed", slow.finished());
    figures.put("expected", slow.expected());
    figures.put("lower", null);
    figures.put("upper", null);
    figures.put("log10_p", slow.log10P());
    AlertRow row =
        AlertRow.of(
            rule,
            new AlertRow.Subject(
                String.join("|", rule.id(), slow.grid(), day.toString()),
                slow.grid(),
                "",
                run.city().startOf(day),
                run.city().startOf(day.plusDays(1))),
            slow.log10P() <= rule.parameter("alarm-log10-p") ? "alarm" : "warning",
            figures,
            new AlertRow.Evidence(
                slow.open().stream().limit(MOST_EVIDENCE).toList(), slow.open().size()),
            run.stamp());
    return row.with("raised_at", Stamp.text(moment(run, day)))
        .withDetails(
            Map.of(
                "window-days", String.valueOf(pace.windowDays()),
                "open", String.valueOf(slow.open().size())));
  }
}

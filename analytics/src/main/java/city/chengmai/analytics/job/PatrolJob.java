package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.PatrolGaps;
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
 * Rule A18: grids none of whose planned patrol rounds was completed for days. Judges days that are
 * over.
 */
final class PatrolJob implements Job {

  private static final int MOST_EVIDENCE = 50;
  private static final String LONGEST_DAYS = "longest-days";

  private static final String ROUNDS =
      "SELECT toString(grid) AS grid,"
          + " toString(toDate(toTimeZone(planned_for, {zone:String}))) AS day,"
          + " count() AS planned, countIf(isNotNull(completed_at)) AS completed,"
          + " arraySort(groupArrayIf(round_id, isNull(completed_at))) AS missed"
          + " FROM patrol_rounds FINAL WHERE grid != ''"
          + " AND planned_for >= {from:DateTime64(3, 'UTC')}"
          + " AND planned_for < {until:DateTime64(3, 'UTC')} GROUP BY grid, day ORDER BY grid, day";

  private final AlertRule rule;
  private final CityNumbers numbers;

  /** A job with the numbers that hold in a city. */
  PatrolJob(AlertRule rule, CityNumbers numbers) {
    this.rule = rule;
    this.numbers = numbers;
  }

  @Override
  public String name() {
    return "patrols-missing";
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
      List<PatrolGaps.Rounds> rounds = rounds(run, days, longest(holding));
      rows.addAll(
          holding.found(
              version -> rows(run, days, version, rounds),
              row -> row.text("area_id"),
              row -> row.periodEnd().minusMillis(1).atZone(run.city().zone()).toLocalDate()));
    }
    List<AlertRow> grouped = new AlertGroups(run, rule, "").of(rows, days);
    return new FindingStore(run, rule).write(AlertBook.ending(run, rule.id(), days), grouped);
  }

  private static List<AlertRow> rows(
      RunContext run, DaySpan days, AlertRule version, List<PatrolGaps.Rounds> rounds) {
    PatrolGaps gaps =
        new PatrolGaps(
            whole(version, "days"), whole(version, "rounds"), whole(version, LONGEST_DAYS));
    List<AlertRow> rows = new ArrayList<>();
    for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
      if (!run.city().startOf(day.plusDays(1)).isAfter(run.city().now())) {
        gaps.on(day, rounds).forEach(gap -> rows.add(row(run, version, gap)));
      }
    }
    return rows;
  }

  private static int longest(RuleByArea holding) {
    return holding.versions().stream()
        .mapToInt(version -> whole(version, LONGEST_DAYS))
        .max()
        .orElse(0);
  }

  private static int whole(AlertRule version, String parameter) {
    return (int) Math.round(version.parameter(parameter));
  }

  private static List<PatrolGaps.Rounds> rounds(RunContext run, DaySpan days, int longest) {
    List<PatrolGaps.Rounds> rounds = new ArrayList<>();
    try (ClickHouseClient client = run.store().client()) {
      ClickHouseQuery query =
          ClickHouseQuery.of(ROUNDS)
              .with("zone", run.city().zone().getId())
              .with("from", run.city().startOf(days.from().minusDays(longest)))
              .with("until", run.city().startOf(days.to()));
      for (ObjectNode row : client.rows(query)) {
        List<String> missed = new ArrayList<>();
        row.get("missed").forEach(id -> missed.add(id.asText()));
        rounds.add(
            new PatrolGaps.Rounds(
                row.get("grid").asText(),
                LocalDate.parse(row.get("day").asText()),
                row.get("planned").asInt(),
                row.get("completed").asInt(),
                missed));
      }
    }
    return rounds;
  }

  private static AlertRow row(RunContext run, AlertRule version, PatrolGaps.Gap gap) {
    CityFrame city = run.city();
    long days = gap.last().toEpochDay() - gap.from().toEpochDay() + 1;
    Instant end = city.startOf(gap.last().plusDays(1));
    Map<String, Object> figures = new HashMap<>();
    figures.put("observed", gap.missed().size());
    for (String unknown : List.of("expected", "lower", "upper", "log10_p")) {
      figures.put(unknown, null);
    }
    AlertRow row =
        AlertRow.of(
            version,
            new AlertRow.Subject(
                String.join("|", version.id(), gap.grid(), gap.last().toString()),
                gap.grid(),
                "",
                city.startOf(gap.from()),
                end),
            days >= version.parameter("alarm-days") ? "alarm" : "warning",
            figures,
            new AlertRow.Evidence(
                gap.missed().stream().limit(MOST_EVIDENCE).toList(), gap.missed().size()),
            run.stamp());
    return row.with("raised_at", Stamp.text(end)).withDetails(Map.of("days", String.valueOf(days)));
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule A15 (对账): checks on a path of its own, in ClickHouse over what is stored, that totals are
 * the sums of their parts and that the city's numbers of a day are those of its cases and orders.
 * Looks at the days of the run, and once a day at the whole period. An alert is cleared by the
 * first look that finds its cause gone. Keeps the day of its last whole look: one instance a
 * runner.
 */
final class ReconciliationJob implements Job {

  private static final int MOST_EVIDENCE = 50;

  /** Exposure above grids exists only where all below share a unit, so it is no sum. */
  private static final List<String> WITHOUT_DENOMINATOR_SUMS = List.of("O01", "O02", "O11");

  /** A feed is available to a whole street or not at all. */
  private static final List<String> WITHOUT_NUMERATOR_SUMS = List.of("O11");

  private final AlertRule rule;
  private LocalDate lookedAtAll = LocalDate.MIN;

  ReconciliationJob(AlertRule rule) {
    this.rule = rule;
  }

  @Override
  public String name() {
    return "reconciliation";
  }

  @Override
  public long run(RunContext run) {
    DaySpan days = days(run);
    Map<String, List<Mismatch>> found = new LinkedHashMap<>();
    for (Mismatch mismatch : mismatches(run, days)) {
      found.computeIfAbsent(mismatch.alertId(rule.id()), id -> new ArrayList<>()).add(mismatch);
    }
    List<AlertRow> rows = new ArrayList<>();
    found.forEach((id, mismatches) -> rows.add(alert(run, id, mismatches)));
    AlertBook book = AlertBook.read(run, rule.id()).only(row -> lookedAt(run, days, row));
    return TableWriter.write(run.store(), "alerts", book.update(rows, run.stamp()).iterator());
  }

  private DaySpan days(RunContext run) {
    if (lookedAtAll.equals(run.city().endDay())) {
      return run.days();
    }
    lookedAtAll = run.city().endDay();
    LocalDate first = run.city().firstDay();
    return new DaySpan(
        first.isBefore(run.days().from()) ? first : run.days().from(), run.days().to());
  }

  private List<Mismatch> mismatches(RunContext run, DaySpan days) {
    List<Mismatch> found = new ArrayList<>();
    DaySpan periods = new DaySpan(days.from().withDayOfYear(1), days.to());
    try (ClickHouseClient client = run.store().client()) {
      List<String> queries =
          List.of(
              parts("indicator_1d", "'day'", "day", "day", days),
              parts("indicator_30d", "'30-days'", "day", "day", days),
              parts("indicator_periods", "period", "period_start", "period, period_start", periods),
              counts(run, days));
      for (String query : queries) {
        client.rows(query).forEach(row -> found.add(Mismatch.of(row)));
      }
    }
    return found;
  }

  private String parts(String table, String period, String day, String key, DaySpan days) {
    Map<String, String> values = new HashMap<>(range(days));
    values.put("table", table);
    values.put("period", period);
    values.put("day", day);
    values.put("key", key);
    values.put("numerators", quoted(WITHOUT_NUMERATOR_SUMS));
    values.put("denominators", quoted(WITHOUT_DENOMINATOR_SUMS));
    return QueryText.of("reconcile_parts.sql", values);
  }

  private String counts(RunContext run, DaySpan days) {
    Map<String, String> values = new HashMap<>(range(days));
    values.put("city", QueryText.quoted(run.city().areas().root().id()));
    values.put("zone", run.city().zone().getId());
    return QueryText.of("reconcile_counts.sql", values);
  }

  private Map<String, String> range(DaySpan days) {
    return Map.of(
        "from", days.from().toString(),
        "to", days.to().toString(),
        "tolerance", String.valueOf(rule.parameter("tolerance")));
  }

  private static String quoted(List<String> words) {
    return String.join(", ", words.stream().map(QueryText::quoted).toList());
  }

  private AlertRow alert(RunContext run, String id, List<Mismatch> mismatches) {
    Mismatch first = mismatches.get(0);
    Map<String, Object> figures = new HashMap<>();
    figures.put("observed", first.stored());
    figures.put("expected", first.counted());
    figures.put("lower", null);
    figures.put("upper", null);
    figures.put("log10_p", null);
    return AlertRow.of(
        rule,
        new AlertRow.Subject(
            id,
            first.area(),
            "",
            run.city().startOf(first.day()),
            run.city().startOf(first.day().plusDays(1))),
        mismatches.size() >= rule.parameter("alarm-figures") ? "alarm" : "warning",
        figures,
        new AlertRow.Evidence(
            mismatches.stream().map(Mismatch::figure).limit(MOST_EVIDENCE).toList(),
            mismatches.size()),
        run.stamp());
  }

  private boolean lookedAt(RunContext run, DaySpan days, AlertRow row) {
    boolean ofDay = row.id().startsWith(rule.id() + "|day|");
    LocalDate from = ofDay ? days.from() : days.from().withDayOfYear(1);
    return !row.periodStart().isBefore(run.city().startOf(from));
  }
}

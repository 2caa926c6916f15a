package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rule A15 (对账): checks on a path of its own, in ClickHouse over what is stored, that totals are
 * the sums of their parts and that the city's numbers of a day are those of its cases and orders.
 * Looks at what a run touched, and once a day at the months of the past whose turn it is and those
 * that an alert is open about: every day that was ever published is looked at again within a week.
 * The first run of a runner looks at everything, so that a restart leaves nothing out. An alert is
 * cleared by the first look that finds its cause gone. Keeps the day of its last look at the past:
 * one instance a runner.
 */
final class ReconciliationJob implements Job {

  private static final int MOST_EVIDENCE = 50;

  /** Exposure above grids exists only where all below share a unit, so it is no sum. */
  private static final List<String> WITHOUT_DENOMINATOR_SUMS = List.of("O01", "O02", "O11");

  /** A feed is available to a whole street or not at all. */
  private static final List<String> WITHOUT_NUMERATOR_SUMS = List.of("O11");

  private final AlertRule rule;
  private Optional<LocalDate> looked = Optional.empty();
  private String remark = "";

  ReconciliationJob(AlertRule rule) {
    this.rule = rule;
  }

  @Override
  public String name() {
    return "reconciliation";
  }

  @Override
  public String remark() {
    return remark;
  }

  @Override
  public long run(RunContext run) {
    AlertBook open = AlertBook.read(run, rule.id());
    Set<Integer> turns = turns(run.city().endDay());
    List<YearMonth> past = past(run, turns, open);
    TotalsLook look = TotalsLook.of(period(run), run.days(), past::contains);
    Map<String, List<Mismatch>> found = new LinkedHashMap<>();
    for (Mismatch mismatch : mismatches(run, look)) {
      found.computeIfAbsent(mismatch.alertId(rule.id()), id -> new ArrayList<>()).add(mismatch);
    }
    List<AlertRow> rows = new ArrayList<>();
    found.forEach((id, mismatches) -> rows.add(alert(run, id, mismatches)));
    AlertBook book = open.only(row -> look.holds(length(row), day(run, row)));
    long written =
        TableWriter.write(run.store(), "alerts", book.update(rows, run.stamp()).iterator());
    // Not before: what a look that failed left out is for the next one.
    looked = Optional.of(run.city().endDay());
    remark = remark(run, turns, past);
    return written;
  }

  /** The months of the past that are looked at now. */
  private static List<YearMonth> past(RunContext run, Set<Integer> turns, AlertBook open) {
    if (turns.isEmpty()) {
      return List.of();
    }
    Set<YearMonth> doubted = new HashSet<>();
    open.rows().forEach(row -> doubted.add(YearMonth.from(day(run, row))));
    DaySpan period = period(run);
    YearMonth begin = YearMonth.from(Grain.WEEK.start(Grain.WEEK.number(period.from())));
    YearMonth first = YearMonth.from(period.from()).withMonth(1);
    return Stream.iterate(
            begin.isBefore(first) ? begin : first,
            month -> month.atDay(1).isBefore(period.to()),
            month -> month.plusMonths(1))
        .filter(month -> turns.contains(TotalsLook.turn(month)) || doubted.contains(month))
        .toList();
  }

  /** The turns since the last look: all of them when there was none, none a second time a day. */
  private Set<Integer> turns(LocalDate end) {
    LocalDate before = looked.filter(day -> !day.isAfter(end)).orElse(LocalDate.MIN);
    LocalDate weekBefore = end.minusDays(TotalsLook.TURNS);
    LocalDate last = before.isAfter(weekBefore) ? before : weekBefore;
    return last.plusDays(1)
        .datesUntil(end.plusDays(1))
        .map(TotalsLook::turn)
        .collect(Collectors.toSet());
  }

  private static DaySpan period(RunContext run) {
    LocalDate first = run.city().firstDay();
    return new DaySpan(
        first.isBefore(run.days().from()) ? first : run.days().from(), run.days().to());
  }

  private static String remark(RunContext run, Set<Integer> turns, List<YearMonth> past) {
    if (turns.size() == TotalsLook.TURNS) {
      return "looked at all days up to " + run.days().to();
    }
    String told = past.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    return "looked at "
        + run.days().from()
        + " to "
        + run.days().to()
        + (told.isEmpty() ? "" : " and, of the past, at " + told);
  }

  private List<Mismatch> mismatches(RunContext run, TotalsLook look) {
    List<Mismatch> found = new ArrayList<>();
    String days = look.days("day");
    String periods = look.periods("period", "period_start");
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

  private String parts(String table, String period, String day, String key, String looked) {
    return QueryText.of(
        "reconcile_parts.sql",
        Map.of(
            "table", table,
            "period", period,
            "day", day,
            "key", key,
            "looked", looked,
            "tolerance", tolerance(),
            "numerators", quoted(WITHOUT_NUMERATOR_SUMS),
            "denominators", quoted(WITHOUT_DENOMINATOR_SUMS)));
  }

  private String counts(RunContext run, String looked) {
    return QueryText.of(
        "reconcile_counts.sql",
        Map.of(
            "city", QueryText.quoted(run.city().areas().root().id()),
            "zone", run.city().zone().getId(),
            "looked", looked,
            "tolerance", tolerance()));
  }

  private String tolerance() {
    return String.valueOf(rule.parameter("tolerance"));
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

  /** The word of the window's length, see {@link Mismatch#alertId}. */
  private String length(AlertRow row) {
    String rest = row.id().substring(rule.id().length() + 1);
    return rest.substring(0, rest.indexOf('|'));
  }

  private static LocalDate day(RunContext run, AlertRow row) {
    return row.periodStart().atZone(run.city().zone()).toLocalDate();
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.model.threshold.ThresholdChoice;
import city.chengmai.analytics.model.threshold.Trial;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Once a month (阈值微调): what officers' verdicts of the last three whole months say about the
 * thresholds of each rule. Every value is tried on the data of those months before it is proposed,
 * so that a proposal says how many alerts there would be more or fewer and which confirmed ones
 * stay. Nothing is applied here: an officer approves, rejects or reverts, and a decided proposal is
 * not touched again. Keeps what it looked at last: one instance a runner.
 */
final class CalibrationJob implements Job {

  private static final int MONTHS = 3;
  private static final int STEPS = 10;
  private static final int FEWEST_VERDICTS = 10;
  private static final double MOST_MORE = 0.2;

  private final Map<AlertRule, RuleTrials> rules;
  private final BiFunction<RunContext, AlertRule, AlertRule> inForce;
  private final ThresholdChoice choice = new ThresholdChoice(FEWEST_VERDICTS, MOST_MORE);
  private String lookedAt = "";

  /**
   * A job.
   *
   * @param rules rules that declare bounds, and how each is tried
   * @param inForce the numbers that hold in the city on the last day of a run
   */
  CalibrationJob(
      Map<AlertRule, RuleTrials> rules, BiFunction<RunContext, AlertRule, AlertRule> inForce) {
    this.rules = Map.copyOf(rules);
    this.inForce = inForce;
  }

  @Override
  public String name() {
    return "threshold-proposals";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    YearMonth month = lastWhole(run.city());
    try (ClickHouseClient client = run.store().client()) {
      String mark = month + " " + verdictMark(client);
      if (mark.equals(lookedAt)) {
        return 0;
      }
      RunContext months = run.of(days(run.city(), month));
      List<ProposalRow> rows = new ArrayList<>();
      if (months.days().days() > 0) {
        rules.forEach(
            (rule, trials) -> rows.addAll(proposals(client, months, month, rule, trials)));
      }
      rows.addAll(withdrawn(client, months, month, rows));
      Set<String> decided = decided(client);
      rows.removeIf(row -> decided.contains(row.id()));
      long written = TableWriter.write(run.store(), ProposalRow.TABLE, rows.iterator());
      lookedAt = mark;
      return written;
    }
  }

  private static YearMonth lastWhole(CityFrame city) {
    LocalDate today = city.knownUntil().atZone(city.zone()).toLocalDate();
    return YearMonth.from(today).minusMonths(1);
  }

  private static DaySpan days(CityFrame city, YearMonth month) {
    LocalDate from = month.minusMonths(MONTHS - 1L).atDay(1);
    LocalDate end = month.plusMonths(1).atDay(1);
    LocalDate begin = from.isBefore(city.firstDay()) ? city.firstDay() : from;
    return new DaySpan(begin.isAfter(end) ? end : begin, end);
  }

  private static String verdictMark(ClickHouseClient client) {
    return client.scalar(
        ClickHouseQuery.of(
            "SELECT toString(sum(cityHash64(alert_id, action_id, version)))"
                + " FROM alert_actions FINAL"
                + " WHERE action IN ('resolve', 'false-alarm', 'reopen')"));
  }

  private static Set<String> decided(ClickHouseClient client) {
    Set<String> decided = new HashSet<>();
    client
        .rows("SELECT DISTINCT proposal_id FROM threshold_decisions FINAL")
        .forEach(row -> decided.add(row.get("proposal_id").asText()));
    return decided;
  }

  /** Proposals of the month that the verdicts of now no longer give. */
  private static List<ProposalRow> withdrawn(
      ClickHouseClient client, RunContext months, YearMonth month, List<ProposalRow> rows) {
    Set<String> given = rows.stream().map(ProposalRow::id).collect(Collectors.toSet());
    ClickHouseQuery query =
        ClickHouseQuery.of(
                "SELECT * FROM threshold_proposals FINAL WHERE month = {month:Date}"
                    + " AND proposed_value != current_value")
            .with("month", month.atDay(1));
    return client.rows(query).stream()
        .map(row -> ProposalRow.withdrawn(row, months.stamp()))
        .filter(row -> !given.contains(row.id()))
        .toList();
  }

  private List<ProposalRow> proposals(
      ClickHouseClient client,
      RunContext months,
      YearMonth month,
      AlertRule rule,
      RuleTrials trials) {
    OfficersVerdicts officers =
        OfficersVerdicts.read(client, months.city(), rule.id(), months.days());
    List<ProposalRow> rows = new ArrayList<>();
    if (officers.verdicts().size() < FEWEST_VERDICTS) {
      return rows;
    }
    AlertRule numbers = inForce.apply(months, rule);
    Trial current = new Trial(0, officers.seen(trials.findings(months, numbers)));
    rule.bounds()
        .forEach(
            (parameter, bound) -> {
              Trial now = new Trial(numbers.parameter(parameter), current.alerts());
              List<Trial> others = new ArrayList<>();
              for (double value : bound.values(STEPS)) {
                if (value != now.value()) {
                  AlertRule tried = numbers.with(Map.of(parameter, value));
                  others.add(new Trial(value, officers.seen(trials.findings(months, tried))));
                }
              }
              choice
                  .choose(now, others, officers.verdicts())
                  .map(
                      found ->
                          ProposalRow.of(
                              new ProposalRow.Subject(rule, parameter, month),
                              now,
                              found,
                              officers.verdicts(),
                              months.stamp()))
                  .ifPresent(rows::add);
            });
    return rows;
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.Finding;
import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.analytics.job.rule.RuleQuestion;
import city.chengmai.analytics.job.rule.SilentFeed;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An alert rule that is one question to ClickHouse. A rule with {@code open-days} is about days and
 * nights: it is asked about those of the run, and {@code look-back-days} before, since some data
 * come late. Any other is about what stands now and is asked about everything, so that what was
 * settled is seen whenever it began.
 */
final class QueryRuleJob implements Job {

  private static final String METHOD = "query";

  private final AlertRule rule;
  private final CityNumbers numbers;
  private String remark = "";

  /** A job for one rule. */
  QueryRuleJob(AlertRule rule, CityNumbers numbers) {
    this.rule = rule;
    this.numbers = numbers;
  }

  /** A job for each rule that is a question. */
  static List<QueryRuleJob> of(AlertRules rules, CityNumbers numbers) {
    return rules.rules().stream()
        .filter(rule -> rule.method().equals(METHOD))
        .map(rule -> new QueryRuleJob(rule, numbers))
        .toList();
  }

  /** The rule with the numbers that the city declares. */
  AlertRule rule() {
    return rule;
  }

  /** Ids of what would be found in the days of a run with these numbers; writes nothing. */
  Set<String> findings(RunContext run, AlertRule tried) {
    try (ClickHouseClient client = run.store().client()) {
      Instant from = run.city().startOf(run.days().from());
      Instant to = run.city().startOf(run.days().to());
      return findings(run, client, numbers.tried(run, tried)).stream()
          .map(RatedFinding::finding)
          .filter(finding -> !finding.start().isBefore(from) && finding.start().isBefore(to))
          .map(finding -> rule.id() + "|" + finding.key())
          .collect(Collectors.toSet());
    }
  }

  @Override
  public String name() {
    return "rule-" + rule.id();
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public String remark() {
    return remark;
  }

  @Override
  public long run(RunContext run) {
    remark = "";
    try (ClickHouseClient client = run.store().client()) {
      List<RatedFinding> found = findings(run, client, numbers.of(run, rule));
      Optional<SilentFeed> silent = SilentFeed.pausing(rule, SilentFeed.read(client));
      RuleAlerts alerts = RuleAlerts.read(run, rule, since(run), silent);
      List<AlertRow> rows = alerts.rows(found);
      remark = alerts.remark();
      return TableWriter.write(run.store(), "alerts", rows.iterator());
    } catch (StoreException fault) {
      throw new StoreException(
          fault.category(), "rule " + rule.id() + ": " + fault.getMessage(), fault);
    } catch (IllegalArgumentException | NullPointerException fault) {
      throw new IllegalStateException("rule " + rule.id() + ": " + fault.getMessage(), fault);
    }
  }

  /** Asks once for each set of numbers that holds somewhere, and keeps what it holds for. */
  private List<RatedFinding> findings(
      RunContext run, ClickHouseClient client, RuleNumbers holding) {
    CityFrame city = run.city();
    RuleQuestion question =
        new RuleQuestion(
            city.zone(), city.areas().root().id(), city.firstDay(), since(run), city.knownUntil());
    List<String> areas = city.areas().areas().stream().map(AreaNode::id).toList();
    LocalDate from = since(run).atZone(city.zone()).toLocalDate();
    List<RatedFinding> kept = new ArrayList<>();
    for (AlertRule version : holding.all(areas, from, city.endDay())) {
      for (Finding finding : question.ask(client, version)) {
        LocalDate day = dayOf(finding, city.zone());
        if (holding.on(finding.area(), day).equals(version)) {
          kept.add(new RatedFinding(finding, version));
        }
      }
    }
    return kept;
  }

  /** What tells of a whole day is known when it is over, and is of that day all the same. */
  private static LocalDate dayOf(Finding finding, ZoneId zone) {
    LocalDate known = finding.knownAt().atZone(zone).toLocalDate();
    boolean wholeDay =
        finding.knownAt().equals(finding.end())
            && known.atStartOfDay(zone).toInstant().equals(finding.end())
            && known.minusDays(1).atStartOfDay(zone).toInstant().equals(finding.start());
    return wholeDay ? known.minusDays(1) : known;
  }

  private Instant since(RunContext run) {
    if (!rule.has("open-days")) {
      return Instant.EPOCH;
    }
    long back = rule.has("look-back-days") ? Math.round(rule.parameter("look-back-days")) : 0;
    return run.city().startOf(run.days().from().minusDays(back));
  }
}

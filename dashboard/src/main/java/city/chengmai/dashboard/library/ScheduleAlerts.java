package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.ScheduleQueries;
import city.chengmai.dashboard.query.ScheduleQueries.StandingRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Raises and clears the alerts of scheduled statements: findings of rule {@value RULE}, of which a
 * statement has one that stands at most. What people do about them, and who is told, is the same as
 * with every alert. Blocking.
 */
public final class ScheduleAlerts {

  /** The rule. */
  public static final String RULE = "Q01";

  private static final String STATEMENT = "statement";
  private static final String CONDITION = "condition";
  private static final String LIMIT = "limit";
  private static final int METHOD_VERSION = 1;

  private final ScheduleQueries queries;
  private final TableWriter writer;
  private final InstantSource real;

  /**
   * Alerts over these queries and this writer.
   *
   * @param real real time; of two rows of one finding the later holds
   */
  public ScheduleAlerts(ScheduleQueries queries, TableWriter writer, InstantSource real) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.real = requireNonNull(real, "real");
  }

  /**
   * Follows a run: raises after enough in succession, tells the newest figures while it stands, and
   * clears when the condition is not met. A run that says nothing changes nothing.
   *
   * @param name of the statement
   * @param runs of the statement, this one first
   * @param area root of the city
   * @param now by the city's clock
   */
  void follow(Schedule schedule, String name, List<StatementRun> runs, String area, Instant now) {
    StatementRun run = runs.get(0);
    Optional<StandingRow> standing = standing(schedule.queryId());
    if (run.verdict() == RunVerdict.NOT_MET) {
      standing.ifPresent(row -> write(row, now, now));
    } else if (run.verdict() == RunVerdict.MET
        && (standing.isPresent() || isLongEnough(schedule, runs))) {
      write(found(schedule, name, run, standing, area, now), now, null);
    }
  }

  /**
   * Clears what statements raised that raise nothing any more: stopped, withdrawn, or without a
   * condition.
   *
   * @param raising statements that may have an alert
   * @param now by the city's clock
   */
  void clearOthers(Set<String> raising, Instant now) {
    queries.standing().stream()
        .filter(row -> !raising.contains(row.details().getOrDefault(STATEMENT, "")))
        .forEach(row -> write(row, now, now));
  }

  private Optional<StandingRow> standing(String query) {
    return queries.standing().stream()
        .filter(row -> query.equals(row.details().get(STATEMENT)))
        .findFirst();
  }

  private static boolean isLongEnough(Schedule schedule, List<StatementRun> runs) {
    long met =
        runs.stream()
            .takeWhile(run -> run.verdict() == RunVerdict.MET && run.number() == schedule.number())
            .count();
    return met >= schedule.streak();
  }

  /** Named by the run that raises it, so that two dashboards raise the same. */
  private static StandingRow found(
      Schedule schedule,
      String name,
      StatementRun run,
      Optional<StandingRow> standing,
      String area,
      Instant now) {
    String group = RULE + "|" + schedule.queryId();
    Instant began = standing.map(StandingRow::raisedAt).orElse(now);
    return new StandingRow(
        standing.map(StandingRow::alertId).orElse(group + "|" + run.dueAt().toEpochMilli()),
        group,
        schedule.severity(),
        area,
        name,
        standing.map(StandingRow::periodStart).orElse(now),
        now,
        schedule.condition().observed(run.result()).orElseThrow(),
        schedule.condition().isUpper() ? null : schedule.condition().bound(),
        schedule.condition().isUpper() ? schedule.condition().bound() : null,
        run.result().rows(),
        Map.of(
            STATEMENT,
            schedule.queryId(),
            CONDITION,
            schedule.condition().toString(),
            LIMIT,
            schedule.condition().shownBound()),
        began);
  }

  private void write(StandingRow finding, Instant now, Instant clearedAt) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("alert_id", finding.alertId());
    row.put("group_id", finding.groupId());
    row.put("rule", RULE);
    row.put("severity", finding.severity());
    row.put("area_id", finding.areaId());
    row.put("category", "");
    row.put("subject", finding.subject());
    row.put("period_start", finding.periodStart());
    row.put("period_end", finding.periodEnd());
    row.put("observed", finding.observed());
    row.put("lower", finding.lower());
    row.put("upper", finding.upper());
    row.put("method", "kept-statement");
    row.put("method_version", METHOD_VERSION);
    row.put("evidence_total", finding.evidenceTotal());
    row.put("details", finding.details());
    row.put("state", clearedAt == null ? "open" : "cleared");
    row.put("raised_at", finding.raisedAt());
    row.put("cleared_at", clearedAt);
    row.put("data_as_of", now);
    row.put("version", real.millis());
    writer.insert("alerts", List.of(row));
  }
}

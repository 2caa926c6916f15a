package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.ScheduleQueries;
import city.chengmai.dashboard.query.ScheduleQueries.ClaimRow;
import city.chengmai.dashboard.query.ScheduleQueries.CountRow;
import city.chengmai.dashboard.query.ScheduleQueries.RunRow;
import city.chengmai.dashboard.query.ScheduleQueries.ScheduleRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps schedules, number by number, their runs, and which dashboard runs what. Blocking and
 * thread-safe.
 */
public final class ScheduleJournal {

  /** A claim of a dashboard that died is worth nothing after this. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  private static final int MINUTES_OF_HOUR = 60;

  private final ScheduleQueries queries;
  private final TableWriter writer;
  private final InstantSource clock;

  /**
   * A journal over these queries and this writer.
   *
   * @param clock real time
   */
  public ScheduleJournal(ScheduleQueries queries, TableWriter writer, InstantSource clock) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The schedules that hold, on or off. */
  public List<Schedule> all() {
    return queries.all().stream().map(ScheduleJournal::of).toList();
  }

  /** The schedule of a statement that holds, on or off. */
  public Optional<Schedule> latest(String query) {
    return queries.latest(query).map(ScheduleJournal::of);
  }

  /**
   * Keeps a schedule after the one that was before the eyes.
   *
   * @param step whose {@code basedOn} is the number of that one, 0 for none
   * @param wanted its number and moment are given here
   * @return false when there is a later one
   */
  public boolean save(QueryJournal.Step step, Schedule wanted) {
    Optional<ScheduleRow> before = queries.latest(wanted.queryId());
    if (before.filter(row -> row.stepId().equals(step.id())).isPresent()) {
      return true;
    }
    int number = before.map(ScheduleRow::number).orElse(0);
    if (number != step.basedOn()) {
      return false;
    }
    write(step, wanted, number + 1, clock.instant());
    // Another dashboard may have been a moment earlier: then its schedule holds.
    return queries
        .latest(wanted.queryId())
        .filter(row -> row.stepId().equals(step.id()))
        .isPresent();
  }

  /** The latest runs of a statement, latest first. */
  public List<StatementRun> runs(String query, int limit) {
    return queries.runs(query, limit).stream().map(ScheduleJournal::of).toList();
  }

  /** How many runs of a statement there were within a time, and how many failed. */
  public CountRow count(String query, Duration within) {
    return queries.count(query, clock.instant().minus(within));
  }

  /**
   * Claims a run. Of several dashboards that claim it at once the first by name has it; one that
   * comes later than the pause sees the claim of another and leaves it.
   *
   * @param pause in which claims that were made at once come to be seen
   */
  boolean claim(String query, Instant due, String process, Duration pause)
      throws InterruptedException {
    Instant since = clock.instant().minus(CLAIM);
    List<ClaimRow> before = queries.claims(query, due, since);
    boolean own = before.stream().anyMatch(claim -> claim.process().equals(process));
    if (!before.isEmpty()) {
      return own && before.get(0).process().equals(process);
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("query_id", query);
    row.put("due_at", due);
    row.put("process", process);
    row.put("claimed_at", clock.instant());
    writer.insert("query_run_claims", List.of(row));
    Thread.sleep(pause.toMillis());
    return queries.claims(query, due, since).get(0).process().equals(process);
  }

  /** Writes a run; one of the same statement and due moment replaces it. */
  void write(StatementRun run, String process) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("query_id", run.queryId());
    row.put("due_at", run.dueAt());
    row.put("number", run.number());
    row.put("query_edition", run.queryEdition());
    row.put("started_at", run.startedAt());
    row.put("milliseconds", run.milliseconds());
    row.put("result_rows", run.result().rows());
    row.put("value", run.result().value().orElse(null));
    row.put("verdict", run.verdict().wireName());
    row.put("reason", run.result().reason());
    row.put("argument", run.result().argument());
    row.put("detail", run.result().detail());
    row.put("process", process);
    row.put("version", clock.millis());
    writer.insert("query_runs", List.of(row));
  }

  private void write(QueryJournal.Step step, Schedule schedule, int number, Instant at) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("query_id", schedule.queryId());
    row.put("number", number);
    row.put("step_id", step.id());
    row.put("query_edition", schedule.queryEdition());
    row.put("standing", schedule.on() ? "on" : "off");
    row.put("cadence", schedule.cadence().kind().wireName());
    row.put("every", schedule.cadence().every());
    row.put("minute_of_day", minutes(schedule.cadence().at()));
    row.put("weekday", schedule.cadence().day().getValue());
    row.put("condition", schedule.condition().kind().wireName());
    row.put("bound", schedule.condition().bound());
    row.put("streak", schedule.streak());
    row.put("severity", schedule.severity());
    row.put("actor", step.actor());
    row.put("made_at", at);
    row.put("version", at.toEpochMilli());
    writer.insert("query_schedules", List.of(row));
  }

  private static int minutes(LocalTime at) {
    return at.getHour() * MINUTES_OF_HOUR + at.getMinute();
  }

  private static Schedule of(ScheduleRow row) {
    return new Schedule(
        row.queryId(),
        row.number(),
        row.queryEdition(),
        row.standing().equals("on"),
        new Cadence(
            Cadence.Kind.of(row.cadence()).orElseThrow(),
            row.every(),
            LocalTime.of(row.minuteOfDay() / MINUTES_OF_HOUR, row.minuteOfDay() % MINUTES_OF_HOUR),
            DayOfWeek.of(row.weekday())),
        new Condition(Condition.Kind.of(row.condition()).orElseThrow(), row.bound()),
        row.streak(),
        row.severity(),
        row.actor(),
        row.madeAt());
  }

  private static StatementRun of(RunRow row) {
    return new StatementRun(
        row.queryId(),
        row.dueAt(),
        row.number(),
        row.queryEdition(),
        row.startedAt(),
        row.milliseconds(),
        new StatementRunner.Result(
            row.resultRows(),
            Optional.ofNullable(row.value()),
            row.reason(),
            row.argument(),
            row.detail()),
        RunVerdict.of(row.verdict()));
  }
}

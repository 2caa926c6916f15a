package city.chengmai.dashboard.library;

import city.chengmai.dashboard.health.RoundHealth;
import city.chengmai.dashboard.health.RoundThread;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.datasets.clickhouse.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scheduled statements when they are due, one after another on one thread of its own, so that
 * people at the desk keep their share. Of several dashboards one runs each; what was missed while
 * none was there is made up once. Schedules live in real time, alerts in the city's.
 */
public final class ScheduleRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleRounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Reasons that pass by themselves: such a run is tried again for a while. */
  private static final Set<String> PASSING = Set.of("away", "busy", "crowded");

  private static final Duration TRIED_AGAIN = Duration.ofMinutes(3);

  /**
   * How it works.
   *
   * @param round pause between two looks
   * @param settle in which claims of other dashboards come to be seen
   */
  public record Pace(Duration round, Duration settle) {}

  /** A schedule whose time has come. */
  private record Due(Schedule schedule, SavedQuery query, Instant at) {}

  private final QueryJournal statements;
  private final ScheduleJournal journal;
  private final ScheduleAlerts alerts;
  private final StatementRunner runner;
  private final CityDirectory city;
  private final InstantSource real;
  private final Pace pace;
  private final RoundHealth health;
  private final String process = UUID.randomUUID().toString();
  private final RoundThread thread;

  /** Rounds over these; {@link #start} starts them. The runner is the caller's. */
  public ScheduleRounds(
      QueryJournal statements,
      ScheduleJournal journal,
      ScheduleAlerts alerts,
      StatementRunner runner,
      CityDirectory city,
      InstantSource real,
      Pace pace) {
    this.statements = statements;
    this.journal = journal;
    this.alerts = alerts;
    this.runner = runner;
    this.city = city;
    this.real = real;
    this.pace = pace;
    this.health = new RoundHealth(real);
    this.thread = new RoundThread("dashboard-schedules", this::round, pace.round(), PATIENCE);
  }

  /** Whether the latest round came to its end; a statement that failed is its own affair. */
  public Health health() {
    return health.health();
  }

  /** Begins the rounds. */
  public void start() {
    thread.start();
  }

  // A round that failed must not end the rounds: the store may be back in the next.
  private void round() {
    try {
      run();
      health.succeeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      health.failed(e);
      LOG.warn(
          "running scheduled statements failed and will be tried again: {}", e.getMessage(), e);
    }
  }

  /** Runs what is due; gives how many runs it wrote. */
  public synchronized int run() throws InterruptedException {
    String area = root();
    if (area.isEmpty()) {
      return 0;
    }
    List<Schedule> on =
        journal.all().stream()
            .filter(Schedule::on)
            .filter(schedule -> statements.isListed(schedule.queryId()))
            .toList();
    alerts.clearOthers(
        on.stream().filter(Schedule::alerts).map(Schedule::queryId).collect(Collectors.toSet()),
        city.moment().now());
    int written = 0;
    for (Due due : due(on)) {
      if (journal.claim(due.schedule().queryId(), due.at(), process, pace.settle())) {
        written += run(due, area) ? 1 : 0;
      }
    }
    return written;
  }

  private String root() {
    if (city.model().areas().isEmpty()) {
      city.refresh();
    }
    return city.model().root().map(AreaRow::areaId).orElse("");
  }

  /** What has a moment that no run was for, the earliest first. */
  private List<Due> due(List<Schedule> schedules) {
    List<Due> due = new ArrayList<>();
    for (Schedule schedule : schedules) {
      Optional<Instant> at =
          schedule
              .cadence()
              .latest(schedule.madeAt(), real.instant(), city.model().facts().zone())
              .filter(moment -> isOpen(schedule, moment));
      Optional<SavedQuery> query =
          at.flatMap(moment -> statements.edition(schedule.queryId(), schedule.queryEdition()));
      query.ifPresent(found -> due.add(new Due(schedule, found, at.orElseThrow())));
    }
    due.sort(Comparator.comparing(Due::at));
    return due;
  }

  private boolean isOpen(Schedule schedule, Instant moment) {
    return journal.runs(schedule.queryId(), 1).stream()
        .allMatch(run -> run.dueAt().isBefore(moment));
  }

  private boolean run(Due due, String area) {
    Instant began = real.instant();
    StatementRunner.Result result = runner.run(due.query());
    Instant ended = real.instant();
    Schedule schedule = due.schedule();
    if (PASSING.contains(result.reason()) && ended.isBefore(due.at().plus(TRIED_AGAIN))) {
      return false;
    }
    StatementRun run =
        new StatementRun(
            schedule.queryId(),
            due.at(),
            schedule.number(),
            schedule.queryEdition(),
            began,
            Duration.between(began, ended).toMillis(),
            result,
            schedule.condition().judge(result));
    List<StatementRun> runs = new ArrayList<>(List.of(run));
    runs.addAll(journal.runs(schedule.queryId(), Schedule.LONGEST_STREAK));
    // The alert first: whoever dies in between runs it again and raises the same.
    alerts.follow(schedule, due.query().text().name(), runs, area, city.moment().now());
    journal.write(run, process);
    LOG.info(
        "scheduled statement {}: {} rows in {} ms, {} {}",
        schedule.queryId(),
        result.rows(),
        run.milliseconds(),
        run.verdict().wireName(),
        result.reason());
    return true;
  }

  /** Waits for the statement under way. */
  @Override
  public void close() {
    thread.close();
  }
}

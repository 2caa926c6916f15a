package city.chengmai.dashboard;

import city.chengmai.dashboard.access.Accounts;
import city.chengmai.dashboard.library.QueryEndpoints;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.ScheduleAlerts;
import city.chengmai.dashboard.library.ScheduleJournal;
import city.chengmai.dashboard.library.ScheduleRounds;
import city.chengmai.dashboard.page.desk.ScheduledRunner;
import city.chengmai.dashboard.query.EndpointQueries;
import city.chengmai.dashboard.query.LibraryQueries;
import city.chengmai.dashboard.query.ScheduleQueries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The statements that analysts keep, their endpoints and schedules. All live in real time: browsers
 * and other systems do.
 *
 * @param runner of scheduled statements; empty where this process runs none, as are the rounds
 */
record Library(
    QueryJournal journal,
    QueryEndpoints endpoints,
    ScheduleJournal schedules,
    Optional<ScheduledRunner> runner,
    Optional<ScheduleRounds> rounds)
    implements AutoCloseable {

  private static final ScheduleRounds.Pace PACE =
      new ScheduleRounds.Pace(Duration.ofSeconds(5), Duration.ofSeconds(1));

  static Library of(DashboardParts parts, Accounts accounts) {
    InstantSource clock = InstantSource.system();
    QueryJournal journal =
        new QueryJournal(new LibraryQueries(parts.store()), parts.writer(), clock);
    ScheduleQueries queries = new ScheduleQueries(parts.store());
    ScheduleJournal schedules = new ScheduleJournal(queries, parts.writer(), clock);
    Optional<ScheduledRunner> runner =
        parts.settings().get(DashboardSettings.SCHEDULES)
            ? Optional.of(new ScheduledRunner(parts.settings()))
            : Optional.empty();
    return new Library(
        journal,
        new QueryEndpoints(
            new EndpointQueries(parts.guarded()), parts.writer(), clock, accounts::works),
        schedules,
        runner,
        runner.map(
            running ->
                new ScheduleRounds(
                    journal,
                    schedules,
                    new ScheduleAlerts(queries, parts.writer(), clock),
                    running,
                    parts.city(),
                    clock,
                    PACE)));
  }

  void start() {
    rounds.ifPresent(ScheduleRounds::start);
  }

  @Override
  public void close() {
    rounds.ifPresent(ScheduleRounds::close);
    runner.ifPresent(ScheduledRunner::close);
  }
}

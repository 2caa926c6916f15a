package city.chengmai.analytics.job;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A job that reads much and whose answer may wait: while a city is followed it runs once in a
 * while, then for all days that were asked for in between. Keeps when it ran: one instance a
 * runner.
 */
final class SeldomJob implements Job {

  private final Job job;
  private final Duration pause;
  private long ranAt;
  private boolean ran;
  private LocalDate waitingFrom = LocalDate.MAX;

  /** A job with a pause between its runs, by real time. */
  SeldomJob(Job job, Duration pause) {
    this.job = job;
    this.pause = pause;
  }

  @Override
  public String name() {
    return job.name();
  }

  @Override
  public boolean derived() {
    return job.derived();
  }

  @Override
  public boolean standsAlone() {
    return job.standsAlone();
  }

  @Override
  public String remark() {
    return job.remark();
  }

  @Override
  public long run(RunContext run) {
    LocalDate from = run.days().from();
    waitingFrom = from.isBefore(waitingFrom) ? from : waitingFrom;
    // Versions of rows are milliseconds of real time.
    if (ran && run.stamp().version() - ranAt < pause.toMillis()) {
      return 0;
    }
    long rows = job.run(run.of(new DaySpan(waitingFrom, run.days().to())));
    ranAt = run.stamp().version();
    ran = true;
    waitingFrom = LocalDate.MAX;
    return rows;
  }
}

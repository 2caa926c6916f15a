package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.StoreException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the table {@code job_runs}: one row a run of a job, rewritten when it ends. */
final class JobLog {

  private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

  private final Store store;
  private final InstantSource clock;
  private final String warning;
  private final RunWatch watch;

  /**
   * A log of the jobs of one run.
   *
   * @param clock real time
   * @param warning what is wrong with results that can be computed all the same; empty when nothing
   * @param watch hears of each job
   */
  JobLog(Store store, InstantSource clock, String warning, RunWatch watch) {
    this.store = store;
    this.watch = watch;
    this.clock = clock;
    this.warning = warning;
    if (!warning.isEmpty()) {
      LOG.warn("{}", warning);
    }
  }

  /** Runs a job and writes down how it went. */
  long logged(Job job, RunContext run) {
    Instant began = clock.instant();
    Map<String, Object> row = started(job);
    try {
      long rows = job.run(run);
      finish(row, run, "done", rows, message(job));
      watch.jobEnded(job.name(), Duration.between(began, clock.instant()), rows, true);
      return rows;
    } catch (Exception fault) {
      // Spark and JDBC throw checked exceptions that no signature names.
      watch.jobEnded(job.name(), Duration.between(began, clock.instant()), 0, false);
      failed(row, run, fault);
      throw fault;
    }
  }

  /**
   * Runs a job whose failure concerns no other: it is written down, told in the log, and the run
   * goes on. A store that is away is away for all.
   */
  long tolerated(Job job, RunContext run) {
    try {
      return logged(job, run);
    } catch (Exception fault) {
      if (isAway(fault)) {
        throw fault;
      }
      LOG.error("job {} failed", job.name(), fault);
    }
    return 0;
  }

  /** However deep Spark has wrapped it. */
  private static boolean isAway(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || (cause instanceof StoreException store && store.retryable())) {
        return true;
      }
    }
    return false;
  }

  private String message(Job job) {
    return Stream.of(warning, job.remark())
        .filter(told -> !told.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** The reason must not be lost when the log cannot be written for it. */
  private void failed(Map<String, Object> row, RunContext run, Exception fault) {
    try {
      finish(row, run, "failed", 0, String.valueOf(fault.getMessage()));
    } catch (StoreException away) {
      fault.addSuppressed(away);
    }
  }

  private Map<String, Object> started(Job job) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run_id", UUID.randomUUID().toString());
    row.put("job", job.name());
    row.put("state", "running");
    row.put("started_at", Stamp.text(clock.instant()));
    row.put("rows", 0);
    row.put("message", "");
    row.put("version", 1);
    write(row);
    return row;
  }

  private void finish(
      Map<String, Object> row, RunContext run, String state, long rows, String message) {
    row.put("state", state);
    row.put("finished_at", Stamp.text(clock.instant()));
    row.put("data_as_of", Stamp.text(run.stamp().dataAsOf()));
    row.put("rows", rows);
    row.put("message", message);
    row.put("version", 2);
    write(row);
  }

  private void write(Map<String, Object> row) {
    Map<String, Object> copy = new LinkedHashMap<>(row);
    StoredRow stored = () -> copy;
    TableWriter.write(store, "job_runs", List.of(stored).iterator());
  }
}

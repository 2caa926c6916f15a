package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the store says of this installation itself. */
public final class SelfQueries {

  /**
   * A disk of the server that is asked.
   *
   * @param free bytes
   * @param total bytes
   */
  public record DiskRow(String name, String path, long free, long total) {

    /** From 0 to 1. */
    public double freeShare() {
      return (double) free / Math.max(1, total);
    }
  }

  /**
   * A finding about this installation that stands.
   *
   * @param version real time in milliseconds when it was last told
   */
  public record StandingRow(
      String alertId,
      String groupId,
      String rule,
      String severity,
      String areaId,
      String subject,
      Instant periodStart,
      double observed,
      Double lower,
      Double upper,
      Map<String, String> details,
      Instant raisedAt,
      long version) {}

  /**
   * The last run of a job with those before it.
   *
   * @param runs how many were looked at, this one among them
   * @param millis how long it took, null while it runs
   * @param usualMillis median of earlier good runs, null while there is none
   */
  public record JobRow(
      String job,
      long runs,
      long failures,
      String state,
      Instant startedAt,
      Long millis,
      long written,
      String message,
      Double usualMillis) {}

  /** Memory in bytes; null where the server does not tell. */
  public record MemoryRow(Double resident, Double tracked, Double machine, long uptimeSeconds) {}

  /**
   * What a table takes on disk.
   *
   * @param name empty: all tables
   */
  public record TableRow(String name, long rows, long bytes, long parts) {}

  /**
   * Statements that differ in their values only.
   *
   * @param whose pages, services, analysts, migrations or others
   * @param text without values
   */
  public record StatementRow(
      String whose, String text, long runs, long failures, double p95Millis, long longestMillis) {}

  /**
   * How fast a disk filled.
   *
   * @param place server or service that has it
   * @param seconds from the first to the last measure
   */
  public record GrowthRow(String place, String disk, long seconds, double dailyBytes) {}

  /** What a server counts of its memory; {@code measured} is 0 when it measures nothing more. */
  private record CountedRow(Double tracked, long uptimeSeconds, long measured) {}

  /** What the system of a server says. */
  private record MeasuredRow(Double resident, Double machine) {}

  /** Names of the users of the database, by what they are for. */
  public record Users(String reader, String writer, String analyst, String admin) {}

  private final Store store;

  /** Questions to this store. */
  public SelfQueries(Store store) {
    this.store = store;
  }

  /** The disks of the server that is asked. */
  public List<DiskRow> disks() {
    return store.rows("self-disks", DiskRow.class, Map.of());
  }

  /** The jobs of analytics, by name. */
  public List<JobRow> jobs() {
    return store.rows("self-jobs", JobRow.class, Map.of());
  }

  /** Memory of the server that is asked. */
  public MemoryRow memory() {
    CountedRow counted =
        store.row("self-memory", CountedRow.class, Map.of()).orElse(new CountedRow(null, 0, 0));
    MeasuredRow none = new MeasuredRow(null, null);
    MeasuredRow measured =
        counted.measured() == 0
            ? none
            : store.row("self-measures", MeasuredRow.class, Map.of()).orElse(none);
    return new MemoryRow(
        measured.resident(), counted.tracked(), measured.machine(), counted.uptimeSeconds());
  }

  /** All tables together, then so many of the largest. */
  public List<TableRow> tables(int largest) {
    return store.rows("self-tables", TableRow.class, Map.of("limit", largest + 1));
  }

  /** The slowest statements of the last hour. */
  public List<StatementRow> statements(Users users, int limit) {
    return store.rows(
        "self-statements",
        StatementRow.class,
        Map.of(
            "reader", users.reader(),
            "writer", users.writer(),
            "analyst", users.analyst(),
            "admin", users.admin(),
            "limit", limit));
  }

  /** How fast disks filled in the last days. */
  public List<GrowthRow> growth() {
    return store.rows("self-growth", GrowthRow.class, Map.of());
  }

  /** Findings about this installation that stand, the earliest first. */
  public List<StandingRow> standing() {
    return store.rows("self-alerts", StandingRow.class, Map.of());
  }
}

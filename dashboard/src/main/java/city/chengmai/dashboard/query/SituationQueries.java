package city.chengmai.dashboard.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a grid must see: readings, cases and actions in it. */
public final class SituationQueries {

  /**
   * Where and when.
   *
   * @param before begin of the time that it is compared with
   * @param from begin
   * @param until end, exclusive
   */
  public record Window(String grid, Instant before, Instant from, Instant until) {

    private Map<String, Object> with(String name, Collection<String> words) {
      Map<String, Object> all =
          new HashMap<>(Map.of("grid", grid, "before", before, "from", from, "until", until));
      all.put(name, words);
      return all;
    }
  }

  /**
   * A device.
   *
   * @param readings in the time
   * @param mean of these; null without any
   * @param feed id of the feed, or the source when nobody declared it
   */
  public record ReadingRow(
      String measured,
      String device,
      double latest,
      Instant latestAt,
      String toldUnit,
      long readings,
      Double mean,
      String feed) {}

  /** A device that told nothing for longer is not among those of a grid: days before the end. */
  public static final int HEARD_DAYS = 90;

  /** Cases of a class of categories; feeds are those of the cases reported in the time. */
  public record CasesRow(
      String className, long reported, long earlier, long open, long overdue, List<String> feeds) {}

  /** Actions of a department. */
  public record ActionsRow(String department, long acted, long earlier) {}

  private final Store store;

  /** Questions to this store. */
  public SituationQueries(Store store) {
    this.store = store;
  }

  /**
   * Devices that told of these metrics in the last {@link #HEARD_DAYS} days, most recently heard
   * first within a metric.
   */
  public List<ReadingRow> readings(Window window, Collection<String> metrics) {
    Map<String, Object> parameters = window.with("metrics", metrics);
    parameters.put("heard", window.until().minus(Duration.ofDays(HEARD_DAYS)));
    return store.rows("situation-readings", ReadingRow.class, parameters);
  }

  /** Cases of these classes; none where there never was one. */
  public List<CasesRow> cases(Window window, Collection<String> classes) {
    return store.rows("situation-cases", CasesRow.class, window.with("classes", classes));
  }

  /** Actions of these departments. */
  public List<ActionsRow> actions(Window window, Collection<String> departments) {
    return store.rows(
        "situation-actions", ActionsRow.class, window.with("departments", departments));
  }
}

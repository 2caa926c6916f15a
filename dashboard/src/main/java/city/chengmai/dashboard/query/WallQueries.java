package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The counts behind the wall. */
public final class WallQueries {

  /** Counts of a moment and of the same moment a day before. */
  public record CountsRow(
      long reported,
      long reportedBefore,
      long open,
      long openBefore,
      long overdue,
      long overdueBefore) {}

  /**
   * Open alerts of a moment and a day before; overdue cases are none of them.
   *
   * @param alarms those of them that are alarms
   * @param alarmedAreas areas that have such an alarm
   */
  public record AlertCountsRow(long open, long alarms, long alarmedAreas, long openBefore) {}

  private record AlertMomentRow(long open, long alarms, long alarmedAreas) {}

  /** Cases of one day. */
  public record TrendRow(LocalDate day, long reported, long closed) {}

  /** Cases of one category. */
  public record CategoryCountRow(String category, long reported, long open) {}

  /**
   * Cases of one hour of the week.
   *
   * @param weekday 1 is Monday
   */
  public record RhythmRow(int weekday, int hour, long reported) {}

  /** Open and overdue cases of a grid. */
  public record OpenCountRow(String grid, long open, long overdue) {}

  private final Store store;

  /** Questions to this store. */
  public WallQueries(Store store) {
    this.store = store;
  }

  /** Counts of now and of a day before. */
  public CountsRow counts(Instant start, Instant now, Instant previousStart, Instant previous) {
    return store
        .row(
            "wall-counts",
            CountsRow.class,
            Map.of(
                "start", start,
                "now", now,
                "previous_start", previousStart,
                "previous", previous))
        .orElseThrow();
  }

  /** Open alerts of now and of a day before. */
  public AlertCountsRow alertCounts(Instant now, Instant previous) {
    AlertMomentRow current = alertsAt(now);
    return new AlertCountsRow(
        current.open(), current.alarms(), current.alarmedAreas(), alertsAt(previous).open());
  }

  private AlertMomentRow alertsAt(Instant moment) {
    return store
        .row("wall-alert-counts", AlertMomentRow.class, Map.of("now", moment))
        .orElseThrow();
  }

  /** Cases per day of the zone; days without any are missing. */
  public List<TrendRow> trend(Instant start, Instant now, ZoneId zone) {
    return store.rows("wall-trend", TrendRow.class, window(start, now, zone));
  }

  /** The categories reported most. */
  public List<CategoryCountRow> categories(Instant start, Instant now, int limit) {
    return store.rows(
        "wall-categories",
        CategoryCountRow.class,
        Map.of("start", start, "now", now, "limit", limit));
  }

  /** Reports by hour and weekday; empty cells are missing. */
  public List<RhythmRow> rhythm(Instant start, Instant now, ZoneId zone) {
    return store.rows("wall-rhythm", RhythmRow.class, window(start, now, zone));
  }

  /** Open and overdue cases of each grid. */
  public List<OpenCountRow> openCounts(Instant now) {
    return store.rows("open-counts", OpenCountRow.class, Map.of("now", now));
  }

  private static Map<String, Object> window(Instant start, Instant now, ZoneId zone) {
    return Map.of("start", start, "now", now, "zone", zone.getId());
  }
}

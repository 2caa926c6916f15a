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

  /** A case that is due next. */
  public record DueCaseRow(
      String caseId, String category, String grid, String unit, String level, Instant dueAt) {}

  /** Open alarms that count, and when the newest was raised; the time means nothing without any. */
  public record LatestAlarmRow(long alarms, Instant raisedAt) {}

  /** The trailing 30-day value of an indicator on a day. */
  public record CourseRow(LocalDate day, Double value, Instant dataAsOf) {}

  /** The latest trailing 30-day value of an indicator in an area. */
  public record AreaValueRow(String areaId, Double value, LocalDate day, Instant dataAsOf) {}

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

  /**
   * Cases per day of the zone; days without any are missing.
   *
   * @param grids of these alone; of the city when there are none
   */
  public List<TrendRow> trend(Instant start, Instant now, ZoneId zone, List<String> grids) {
    return store.rows("wall-trend", TrendRow.class, window(start, now, zone, grids));
  }

  /** The categories reported most in the city. */
  public List<CategoryCountRow> categories(Instant start, Instant now, int limit) {
    return categories(start, now, limit, List.of());
  }

  /**
   * The categories reported most.
   *
   * @param grids in these alone; in the city when there are none
   */
  public List<CategoryCountRow> categories(
      Instant start, Instant now, int limit, List<String> grids) {
    return store.rows(
        "wall-categories",
        CategoryCountRow.class,
        Map.of("start", start, "now", now, "limit", limit, "grids", grids));
  }

  /**
   * Reports by hour and weekday; empty cells are missing.
   *
   * @param grids of these alone; of the city when there are none
   */
  public List<RhythmRow> rhythm(Instant start, Instant now, ZoneId zone, List<String> grids) {
    return store.rows("wall-rhythm", RhythmRow.class, window(start, now, zone, grids));
  }

  /** Open cases whose time runs and is not over, the next due first. */
  public List<DueCaseRow> due(Instant now, int limit) {
    return store.rows("wall-due", DueCaseRow.class, Map.of("now", now, "limit", limit));
  }

  /** The newest alarm that stands open; overdue cases are none. */
  public LatestAlarmRow latestAlarm(Instant now) {
    return store.row("wall-latest-alarm", LatestAlarmRow.class, Map.of("now", now)).orElseThrow();
  }

  /**
   * The trailing 30-day values of an indicator in an area, one a day, after a day and up to one.
   */
  public List<CourseRow> course(String area, String indicator, LocalDate after, LocalDate last) {
    return store.rows(
        "wall-indicator-course",
        CourseRow.class,
        Map.of("area", area, "indicator", indicator, "after", after, "day", last));
  }

  /** The latest trailing 30-day values of an indicator in all areas, up to a day. */
  public List<AreaValueRow> values(String indicator, LocalDate day) {
    return store.rows(
        "wall-indicator-areas", AreaValueRow.class, Map.of("indicator", indicator, "day", day));
  }

  /** Open and overdue cases of each grid. */
  public List<OpenCountRow> openCounts(Instant now) {
    return store.rows("open-counts", OpenCountRow.class, Map.of("now", now));
  }

  private static Map<String, Object> window(
      Instant start, Instant now, ZoneId zone, List<String> grids) {
    return Map.of("start", start, "now", now, "zone", zone.getId(), "grids", grids);
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the city is: descriptor, areas, categories, reach of the data. */
public final class CityQueries {

  /**
   * The city of this installation.
   *
   * @param lastDay day after the last one; null for a live city
   */
  public record CityRow(
      String city,
      String nameZh,
      String nameEn,
      String zone,
      String clock,
      LocalDate firstDay,
      LocalDate lastDay) {}

  /**
   * An area.
   *
   * @param overlay 1 for a grid laid over base grids
   * @param boundary GeoJSON geometry
   */
  public record AreaRow(
      String areaId,
      String parentId,
      String level,
      String gridType,
      int overlay,
      String nameZh,
      String nameEn,
      String communityForm,
      long residents,
      long enterprises,
      double squareKilometres,
      String boundary) {}

  /** A node of the category tree. */
  public record CategoryRow(String categoryId, String parentId, String nameZh, String nameEn) {}

  /** A feed that the city declares. */
  public record FeedNameRow(String feedId, String nameZh, String nameEn) {}

  /**
   * A special period that the city declares.
   *
   * @param endDay day after the last one
   * @param comparisonTo day after the last one compared with
   * @param overrides numbers of alert rules by {@code RULE.parameter}
   */
  public record SpecialPeriodRow(
      String periodId,
      String nameZh,
      String nameEn,
      LocalDate firstDay,
      LocalDate endDay,
      List<String> areas,
      String comparisonZh,
      String comparisonEn,
      LocalDate comparisonFrom,
      LocalDate comparisonTo,
      Map<String, Double> overrides) {}

  /** Figures of an area in a time; rates as counts. */
  public record TimeFiguresRow(
      long reported,
      long closed,
      long closedInTime,
      long closedWithDue,
      Double medianHours,
      long orders,
      long satisfied,
      long answered) {}

  /** How far the data reaches, to the second; the time means nothing when there is no event. */
  public record DataTimeRow(long events, Instant occurredAt) {}

  private final Store store;

  /** Questions to this store. */
  public CityQueries(Store store) {
    this.store = store;
  }

  /** The city, once ingest has written it. */
  public Optional<CityRow> city() {
    return store.row("city", CityRow.class, Map.of());
  }

  /** Areas as drawn on that day. */
  public List<AreaRow> areas(LocalDate day) {
    return store.rows("areas", AreaRow.class, Map.of("day", day));
  }

  /** All categories. */
  public List<CategoryRow> categories() {
    return store.rows("categories", CategoryRow.class, Map.of());
  }

  /** Feeds that the city declares. */
  public List<FeedNameRow> feedNames() {
    return store.rows("feed-names", FeedNameRow.class, Map.of());
  }

  /** Special periods that the city declares, newest first. */
  public List<SpecialPeriodRow> specialPeriods() {
    return store.rows("special-periods", SpecialPeriodRow.class, Map.of());
  }

  /**
   * Figures of a time, counted from cases and orders themselves.
   *
   * @param grids grids to count in; the whole city when empty
   */
  public TimeFiguresRow figures(Collection<String> grids, Instant from, Instant until) {
    return store
        .row(
            "special-figures",
            TimeFiguresRow.class,
            Map.of(
                "grids",
                grids,
                "everywhere",
                grids.isEmpty() ? 1 : 0,
                "from",
                from,
                "until",
                until))
        .orElseThrow();
  }

  /** The reach of the data; empty while there is none. */
  public Optional<DataTimeRow> dataTime(Instant now) {
    return store
        .row("data-time", DataTimeRow.class, Map.of("now", now))
        .filter(row -> row.events() > 0);
  }
}

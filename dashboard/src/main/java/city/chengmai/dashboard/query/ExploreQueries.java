package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indicators by area and time, and cases by their properties, as somebody chooses them. */
public final class ExploreQueries {

  /**
   * A value of an area.
   *
   * @param day the day, the last of 30 days, or the first of a calendar period
   * @param value null where there is none; {@code state} says why
   */
  public record ValueRow(
      String areaId,
      LocalDate day,
      double numerator,
      double denominator,
      Double value,
      String state,
      Instant dataAsOf) {}

  /**
   * Cases that share a property.
   *
   * @param key value of the property; empty when it is not told
   * @param judged closed ones that had a due time
   * @param medianHours from report to closing; null when none is closed
   * @param total how many values the property has
   */
  public record GroupRow(
      String key,
      long cases,
      long openCases,
      long overdue,
      long closed,
      long judged,
      long inTime,
      long reopened,
      Double medianHours,
      long total) {}

  /**
   * Which cases are meant.
   *
   * @param everywhere whether all cases are meant, those without a grid and of grids that are no
   *     longer drawn among them; {@code grids} says nothing then
   * @param grids base grids, or grids that are laid over others
   * @param baseGrids the city's, whose types are known
   * @param types of the base grids, in the same order
   * @param names properties that are chosen, as in {@code explore-chosen.sql}
   * @param values what they are, in the same order
   * @param until end of the reports, not included
   */
  public record Chosen(
      boolean everywhere,
      List<String> grids,
      List<String> baseGrids,
      List<String> types,
      List<String> names,
      List<String> values,
      Instant from,
      Instant until,
      ZoneId zone) {

    /** Copies. */
    public Chosen {
      grids = List.copyOf(grids);
      baseGrids = List.copyOf(baseGrids);
      types = List.copyOf(types);
      names = List.copyOf(names);
      values = List.copyOf(values);
    }

    private Map<String, Object> parameters(int limit) {
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("everywhere", everywhere);
      parameters.put("grids", grids);
      parameters.put("base_grids", baseGrids);
      parameters.put("types", types);
      parameters.put("names", names);
      parameters.put("values", values);
      parameters.put("from", from);
      parameters.put("until", until);
      parameters.put("zone", zone.getId());
      parameters.put("limit", limit);
      return parameters;
    }
  }

  private final Store store;

  /** Questions to this store. */
  public ExploreQueries(Store store) {
    this.store = store;
  }

  /**
   * An indicator of areas at the latest day or period, up to a day, that any of them has.
   *
   * @param period day, 30-days, week, month, quarter or year
   */
  public List<ValueRow> areas(
      String indicator, String period, Collection<String> areas, LocalDate day) {
    return store.rows(
        "explore-areas",
        ValueRow.class,
        Map.of("indicator", indicator, "period", period, "areas", areas, "day", day));
  }

  /** An indicator of one area, the latest first. */
  public List<ValueRow> course(
      String indicator, String period, String area, LocalDate day, int limit) {
    return store.rows(
        "explore-course",
        ValueRow.class,
        Map.of("indicator", indicator, "period", period, "area", area, "day", day, "limit", limit));
  }

  /**
   * Cases by a property, most first.
   *
   * @param split name of the property; empty for all together
   * @param now when they are open or overdue
   */
  public List<GroupRow> groups(Chosen chosen, String split, Instant now, int limit) {
    Map<String, Object> parameters = chosen.parameters(limit);
    parameters.put("split", split);
    parameters.put("now", now);
    return store.rows("explore-cases", GroupRow.class, parameters);
  }

  /** The cases themselves, the latest first. */
  public List<CaseQueries.OpenCaseRow> cases(Chosen chosen, int limit) {
    return store.rows("explore-case-list", CaseQueries.OpenCaseRow.class, chosen.parameters(limit));
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How soon matters are taken up and passed on, and who has how much to do, each of a time whose end
 * is not included.
 */
public final class ResponseQueries {

  /**
   * Orders of one kind of people.
   *
   * @param kind empty when the order does not say
   * @param judged those that need a contact and got one, or have waited a day
   * @param withinDay contacted within 24 hours
   * @param medianMinutes until the contact, of those contacted; null when none was
   * @param ninthMinutes nine of ten were contacted within so many
   */
  public record DemanderRow(
      String kind,
      long received,
      long toContact,
      long contactedCount,
      long judged,
      long withinDay,
      Double medianMinutes,
      Double ninthMinutes) {}

  /**
   * Steps between desk and units.
   *
   * @param step filed, returned, dispatched: what was waited on after
   * @param unit empty for all together
   * @param done those that came to the next step
   * @param crossing given back and across departments, areas or levels (三跨)
   */
  public record StepsRow(
      String step,
      String unit,
      long steps,
      long done,
      long waiting,
      Double medianMinutes,
      Double ninthMinutes,
      long crossing) {}

  /**
   * Cases found in one way.
   *
   * @param foundBy channel; {@code all} for all together
   * @param datedCases of which the report tells when they began
   * @param medianMinutes from the beginning to the report, of these; null when none tells
   * @param ninthMinutes nine of ten were told of within so many
   * @param fixedCases of which a unit said by the end that they are fixed
   * @param handlingMinutes median from filing to that; null when none is fixed
   */
  public record DiscoveryRow(
      String foundBy,
      long cases,
      long datedCases,
      Double medianMinutes,
      Double ninthMinutes,
      long fixedCases,
      Double handlingMinutes) {}

  /** Cases of a level with their limits in hours; null without any. */
  public record LevelRow(
      String levelName,
      long filed,
      long withLimit,
      Double medianHours,
      Double shortestHours,
      Double longestHours,
      long judged,
      long inTime) {}

  /** What a grid had to do. */
  public record LoadRow(
      String grid, long cases, long open, long orders, long rounds, long visits, long actions) {}

  /**
   * The duty roster of a grid.
   *
   * @param posts that stand at the end
   * @param untold of these, those that do not say how many they have
   * @param staff that the others tell; {@code day}, {@code evening}, {@code night} by shift
   * @param shifts turns of duty held in the time
   * @param present of {@code calledUp}, who came, where a turn tells both
   */
  public record RosterRow(
      String grid,
      long posts,
      long untold,
      long staff,
      long day,
      long evening,
      long night,
      long shifts,
      long present,
      long calledUp) {}

  /** Cases of a category; null median when none is closed. */
  public record CategoryRow(
      String categoryId,
      long cases,
      long closed,
      long toldByHotline,
      long grids,
      Double medianHours) {}

  /** A value of an area above grids. */
  public record AreaValueRow(
      String areaId,
      String indicator,
      LocalDate day,
      double numerator,
      double denominator,
      Double value,
      String state) {}

  /**
   * Unsafe charging in a month.
   *
   * @param opened chargers that were told of as working for the first time
   * @param working chargers that worked at its end
   */
  public record ChargingRow(LocalDate month, long reports, long opened, long working) {}

  private final Store store;

  /** Questions to this store. */
  public ResponseQueries(Store store) {
    this.store = store;
  }

  /** Orders by who asks. */
  public List<DemanderRow> demanders(Instant from, Instant until) {
    return store.rows("response-demanders", DemanderRow.class, during(from, until));
  }

  /** Steps between desk and units, of all first, then by unit. */
  public List<StepsRow> steps(Instant from, Instant until) {
    return store.rows("response-steps", StepsRow.class, during(from, until));
  }

  /** Cases by how they were found, most first, all together last. */
  public List<DiscoveryRow> discovery(Instant from, Instant until) {
    return store.rows("response-discovery", DiscoveryRow.class, during(from, until));
  }

  /** Filed cases by level. */
  public List<LevelRow> levels(Instant from, Instant until) {
    return store.rows("response-levels", LevelRow.class, during(from, until));
  }

  /** Grids with anything to do, most first. */
  public List<LoadRow> load(Instant from, Instant until) {
    return store.rows("response-load", LoadRow.class, during(from, until));
  }

  /** Grids with posts or turns of duty. */
  public List<RosterRow> roster(Instant from, Instant until) {
    return store.rows("response-roster", RosterRow.class, during(from, until));
  }

  /** Categories with cases, most first. */
  public List<CategoryRow> categories(Instant from, Instant until) {
    return store.rows("response-categories", CategoryRow.class, during(from, until));
  }

  /**
   * Months up to a moment, the latest last.
   *
   * @param categories of reports of unsafe charging
   */
  public List<ChargingRow> charging(
      Instant until, ZoneId zone, int months, Collection<String> categories) {
    return store.rows(
        "response-charging",
        ChargingRow.class,
        Map.of("until", until, "zone", zone.getId(), "months", months, "categories", categories));
  }

  /** Values of areas above grids, of the latest day up to this one. */
  public List<AreaValueRow> areas(LocalDate day, Collection<String> indicators) {
    return store.rows(
        "response-areas", AreaValueRow.class, Map.of("day", day, "indicators", indicators));
  }

  private static Map<String, Object> during(Instant from, Instant until) {
    return Map.of("from", from, "until", until);
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Inspections, notices and interviews (执法), each of a time whose end is not included. */
public final class InspectionQueries {

  /**
   * Inspections by kind.
   *
   * @param combined by two departments or more (综合查一次)
   * @param saved visits that the departments of the combined ones did not make one by one
   * @param peakTold those that say whether the hour was busy
   */
  public record SumsRow(
      long inspections,
      long enterprises,
      long plannedCount,
      long combined,
      long saved,
      long atPeak,
      long peakTold) {}

  /** A planned inspection of an enterprise, with the departments that came. */
  public record PlannedRow(
      String actionId,
      String enterpriseId,
      String name,
      String grid,
      List<String> departments,
      Instant at) {}

  /**
   * An enterprise that is contacted too often.
   *
   * @param total how many there are, also those that are left out
   */
  public record ContactRow(
      String enterpriseId, String name, String grid, long visits, long inspections, long total) {}

  /**
   * A unit with several notices.
   *
   * @param isEnterprise 1 when the id is that of an enterprise
   * @param late notices that were not put right by their day
   * @param total how many there are, also those that are left out
   */
  public record OffenderRow(
      String unitId,
      String name,
      int isEnterprise,
      String grid,
      long notices,
      long interviews,
      long late,
      Instant lastAt,
      long total) {}

  private final Store store;

  /** Questions to this store. */
  public InspectionQueries(Store store) {
    this.store = store;
  }

  /** Inspections by kind. */
  public SumsRow sums(Instant from, Instant until) {
    return store.row("inspection-sums", SumsRow.class, during(from, until)).orElseThrow();
  }

  /** Planned ones, one enterprise after another, in order of time. */
  public List<PlannedRow> planned(Instant from, Instant until) {
    return store.rows("inspection-planned", PlannedRow.class, during(from, until));
  }

  /**
   * Enterprises that are contacted too often, most often first, thirty at most.
   *
   * @param cap more than so many contacts are too many
   */
  public List<ContactRow> contacts(Instant from, Instant until, double cap) {
    return store.rows(
        "inspection-contacts", ContactRow.class, Map.of("from", from, "until", until, "cap", cap));
  }

  /** Units with several notices, thirty at most. */
  public List<OffenderRow> offenders(Instant from, Instant until) {
    return store.rows("inspection-offenders", OffenderRow.class, during(from, until));
  }

  private static Map<String, Object> during(Instant from, Instant until) {
    return Map.of("from", from, "until", until);
  }
}

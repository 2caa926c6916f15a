package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What happened between the city and enterprises, buildings or a whole grid: visits, appeals,
 * inspections, moves, packages, disagreements. Each list is cut to {@link #LIMIT} rows, newest
 * first, and tells how many there are.
 */
public final class DealingQueries {

  /** Rows of a list at most. */
  public static final int LIMIT = 20;

  /** A visit (走访). */
  public record VisitRow(
      String visitId,
      String campaign,
      String targetType,
      String targetId,
      Instant heldAt,
      Long minutes,
      List<String> participants,
      String satisfaction,
      int revisits,
      Long reopened,
      long issues,
      long solved,
      long total) {}

  /** An appeal (诉求). */
  public record AppealRow(
      String appealId,
      String enterpriseId,
      String category,
      String channel,
      String description,
      String unit,
      Instant raisedAt,
      Instant dueAt,
      Instant endedAt,
      String outcome,
      String satisfaction,
      long total,
      long totalSolved,
      long totalOpen) {}

  /** An inspection, notice or interview (执法). */
  public record ActionRow(
      String actionId,
      String kind,
      String enterpriseId,
      List<String> departments,
      List<String> items,
      Long findings,
      Instant actedAt,
      Instant dueAt,
      Instant doneAt,
      String rectification,
      long total,
      long totalNotices,
      long totalCombined) {}

  /** An enterprise in a building (入驻). */
  public record OccupancyRow(
      String occupancyId,
      String buildingId,
      String enterpriseId,
      String change,
      Double floorArea,
      Instant movedInAt,
      Instant leftAt,
      Instant validTo) {}

  /** One change of who is in a building. */
  public record MoveRow(String occupancyId, Instant occurredAt, String change, double floorArea) {}

  /** A part of the service package (服务包). */
  public record PackageRow(
      String packageId,
      String enterpriseId,
      String part,
      Integer confirmed,
      Instant deliveredAt,
      long total,
      long totalEnterprises) {}

  /** A disagreement about a record (误差) with the correction (校准) it led to. */
  public record DiscrepancyRow(
      String discrepancyId,
      String recordKind,
      String recordId,
      String field,
      String recordedValue,
      String observedValue,
      Instant foundAt,
      Instant endedAt,
      String resolution,
      String stage,
      Double change,
      long total,
      long totalOpen) {}

  /** What stands in the way of the three clears (三清) of an enterprise, each thing counted. */
  public record ClearRow(
      String enterprise,
      long appealsOpen,
      long appealsLate,
      long appealsUnsolved,
      long dissatisfied,
      long noticesOpen,
      long noticesLate,
      long discrepanciesOpen) {

    /** An enterprise with nothing in the way. */
    public static ClearRow nothing(String enterprise) {
      return new ClearRow(enterprise, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  private static final int TENANTS = 500;

  private final Store store;

  /** Questions to this store. */
  public DealingQueries(Store store) {
    this.store = store;
  }

  /** Visits to one record, or in a grid when it is not empty. */
  public List<VisitRow> visits(
      Collection<String> targetTypes, String id, String grid, Instant now) {
    return store.rows(
        "file-visits",
        VisitRow.class,
        Map.of("target_types", targetTypes, "id", id, "grid", grid, "now", now, "limit", LIMIT));
  }

  /** Appeals of enterprises, or in a grid when it is not empty. */
  public List<AppealRow> appeals(Collection<String> enterprises, String grid, Instant now) {
    return store.rows(
        "file-appeals",
        AppealRow.class,
        Map.of("enterprises", enterprises, "grid", grid, "now", now, "limit", LIMIT));
  }

  /** Inspections, notices and interviews about enterprises, or in a grid when it is not empty. */
  public List<ActionRow> actions(Collection<String> enterprises, String grid, Instant now) {
    return store.rows(
        "file-actions",
        ActionRow.class,
        Map.of("enterprises", enterprises, "grid", grid, "now", now, "limit", LIMIT));
  }

  /** Who is or was in a building; present ones first, at most 500. */
  public List<OccupancyRow> tenants(String building, Instant now) {
    return occupancies(building, "", "", now);
  }

  /** Where an enterprise is or was. */
  public List<OccupancyRow> seats(String enterprise, Instant now) {
    return occupancies("", enterprise, "", now);
  }

  private List<OccupancyRow> occupancies(
      String building, String enterprise, String grid, Instant now) {
    return store.rows(
        "file-occupancies",
        OccupancyRow.class,
        Map.of(
            "building",
            building,
            "enterprise",
            enterprise,
            "grid",
            grid,
            "now",
            now,
            "limit",
            TENANTS));
  }

  /** Every change of who is in a building, oldest first. */
  public List<MoveRow> moves(String building, Instant now) {
    return store.rows("file-moves", MoveRow.class, Map.of("building", building, "now", now));
  }

  /** Parts of the service package that an enterprise got, or of a grid when it is not empty. */
  public List<PackageRow> packages(String enterprise, String grid, Instant now) {
    return store.rows(
        "file-packages",
        PackageRow.class,
        Map.of("enterprise", enterprise, "grid", grid, "now", now, "limit", LIMIT));
  }

  /** Disagreements about a record, or in a grid when it is not empty. */
  public List<DiscrepancyRow> discrepancies(String kind, String id, String grid, Instant now) {
    return store.rows(
        "file-discrepancies",
        DiscrepancyRow.class,
        Map.of("kind", kind, "id", id, "grid", grid, "now", now, "limit", LIMIT));
  }

  /** What stands in the way of the three clears; enterprises with nothing may be absent. */
  public List<ClearRow> clears(Collection<String> enterprises, Instant since, Instant now) {
    return store.rows(
        "file-clears",
        ClearRow.class,
        Map.of("enterprises", enterprises, "since", since, "now", now));
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts that stand open. */
public final class AlertQueries {

  /**
   * An alert; the overdue cases of a grid are one.
   *
   * @param periodStart for a live clock when it began to run
   * @param periodEnd for a live clock when it ran out
   * @param subject what it is about: a case, device, alarm or feed; the latest one of several
   */
  public record AlertRow(
      String alertId,
      String rule,
      String severity,
      String areaId,
      String category,
      Instant periodStart,
      Instant periodEnd,
      double observed,
      Double expected,
      Double upper,
      long evidenceTotal,
      String subject,
      String state,
      Instant raisedAt,
      Instant dataAsOf) {}

  /** How many stand open in an area. */
  public record AreaAlertsRow(String areaId, long alerts, long alarms) {}

  private final Store store;

  /** Questions to this store. */
  public AlertQueries(Store store) {
    this.store = store;
  }

  /** The newest open alerts of the city. */
  public List<AlertRow> open(Instant now, int limit) {
    return open(now, "", limit);
  }

  /** The newest open alerts of one area. */
  public List<AlertRow> open(Instant now, String area, int limit) {
    return store.rows("alerts", AlertRow.class, Map.of("now", now, "area", area, "limit", limit));
  }

  /** The alerts that stand open for one case, each by itself. */
  public List<AlertRow> ofCase(Instant now, String caseId) {
    return store.rows("case-alerts", AlertRow.class, Map.of("now", now, "case", caseId));
  }

  /** Open alerts per area. */
  public List<AreaAlertsRow> byArea(Instant now) {
    return store.rows("alarmed-areas", AreaAlertsRow.class, Map.of("now", now));
  }
}

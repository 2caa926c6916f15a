package city.chengmai.dashboard.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts as people see them, and what is behind them. */
public final class AlertQueries {

  private static final int MOST_FINDINGS = 200;

  /**
   * An alert, told by the latest and strongest of its findings; the overdue cases of a grid are
   * one. A finding by itself has no components from {@code standing} on but {@code pausedBy} and
   * {@code details}.
   *
   * @param periodStart for a live clock when it began to run
   * @param periodEnd for a live clock when it ran out
   * @param subject what it is about: a case, device, alarm or feed; the latest one of several
   * @param raisedAt when the latest finding was raised
   * @param alertKey what people act on
   * @param standing how far people are with it
   * @param owner post or department that it was given to; may be empty
   * @param snoozedUntil end of a snooze that holds
   * @param since when the first finding was raised
   * @param endedAt when the last finding was cleared; null while one stands
   * @param pausedBy silent feed that it depends on; may be empty
   * @param findings how many findings it has
   * @param details further numbers and names of the rule
   * @param total rows of the answer before it was cut
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
      Instant dataAsOf,
      String alertKey,
      String standing,
      String owner,
      Instant snoozedUntil,
      Instant since,
      Instant endedAt,
      String pausedBy,
      long findings,
      Map<String, String> details,
      long total) {

    /** Whether the silence of a feed makes it doubtful. */
    public boolean paused() {
      return pausedBy != null && !pausedBy.isEmpty();
    }
  }

  /** One finding of the machine. */
  public record FindingRow(
      String alertId,
      String rule,
      String severity,
      String areaId,
      String category,
      Instant periodStart,
      Instant periodEnd,
      double observed,
      Double expected,
      Double lower,
      Double upper,
      @JsonProperty("log10_p") Double log10P,
      String method,
      int methodVersion,
      List<String> evidence,
      long evidenceTotal,
      String subject,
      List<String> areas,
      Double longitude,
      Double latitude,
      Double radius,
      Map<String, String> details,
      String state,
      String pausedBy,
      Instant raisedAt,
      Instant clearedAt,
      Instant dataAsOf) {

    /** The finding as an alert of its own, to be worded. */
    public AlertRow alone() {
      return new AlertRow(
          alertId,
          rule,
          severity,
          areaId,
          category,
          periodStart,
          periodEnd,
          observed,
          expected,
          upper,
          evidenceTotal,
          subject,
          state,
          raisedAt,
          dataAsOf,
          alertId,
          null,
          "",
          null,
          raisedAt,
          clearedAt,
          pausedBy,
          1,
          details,
          1);
    }
  }

  /**
   * Which alerts a list shows; empty texts leave a condition out.
   *
   * @param view open, handled or all
   * @param area with all findings of this area
   * @param keys these alerts alone; empty for all
   * @param held those that lie within these areas as a whole
   * @param scoped whether held counts; false: of all areas
   */
  public record Search(
      String view,
      String rule,
      String area,
      String severity,
      String standing,
      List<String> keys,
      List<String> held,
      boolean scoped) {

    /** Of all areas. */
    public Search(
        String view,
        String rule,
        String area,
        String severity,
        String standing,
        List<String> keys) {
      this(view, rule, area, severity, standing, keys, List.of(), false);
    }

    /** The same, of these areas alone; none when there are none. */
    public Search within(Collection<String> areas) {
      return new Search(view, rule, area, severity, standing, keys, List.copyOf(areas), true);
    }

    /** Everything that is shown as open. */
    public static final Search OPEN = new Search("open", "", "", "", "", List.of());
  }

  /** How many alerts with findings that stand have a standing. */
  public record StandingCountRow(String standing, long alerts) {}

  /** A row of what officers did. */
  public record ActionRow(
      String actionId,
      String action,
      String actor,
      String assignee,
      String reason,
      String comment,
      Instant until,
      Instant actedAt) {}

  /** The last attempt of a delivery. */
  public record DeliveryRow(
      String deliveryId,
      String channel,
      String kind,
      String occasion,
      int attempt,
      String state,
      String answer,
      Instant nextAt,
      Instant createdAt,
      Instant triedAt) {}

  /** A case among the evidence. */
  public record EvidenceCaseRow(
      String caseId,
      String category,
      String grid,
      String stage,
      Instant reportedAt,
      Instant dueAt,
      Instant closedAt) {}

  /** How many stand open in an area. */
  public record AreaAlertsRow(String areaId, long alerts, long alarms) {}

  private final Store store;

  /** Questions to this store. */
  public AlertQueries(Store store) {
    this.store = store;
  }

  /** The newest open alerts of the city. */
  public List<AlertRow> open(Instant now, int limit) {
    return search(now, Search.OPEN, limit, 0);
  }

  /** The newest open alerts of one area. */
  public List<AlertRow> open(Instant now, String area, int limit) {
    return search(now, new Search("open", "", area, "", "", List.of()), limit, 0);
  }

  /** Alerts of a list, newest first. */
  public List<AlertRow> search(Instant now, Search search, int limit, int offset) {
    return store.rows(
        "alerts",
        AlertRow.class,
        Map.ofEntries(
            Map.entry("now", now),
            Map.entry("view", search.view()),
            Map.entry("rule", search.rule()),
            Map.entry("area", search.area()),
            Map.entry("severity", search.severity()),
            Map.entry("standing", search.standing()),
            Map.entry("keys", search.keys()),
            Map.entry("held", search.held()),
            Map.entry("scoped", search.scoped() ? 1 : 0),
            Map.entry("limit", limit),
            Map.entry("offset", offset)));
  }

  /** The alert of this key, whatever its standing. */
  public Optional<AlertRow> find(Instant now, String key) {
    return find(now, List.of(key)).stream().findFirst();
  }

  /** The alerts of these keys, whatever their standing; those that are not there are left out. */
  public List<AlertRow> find(Instant now, List<String> keys) {
    return search(now, new Search("all", "", "", "", "", keys), keys.size(), 0);
  }

  /** Alerts with findings that stand, by standing. */
  public List<StandingCountRow> counts(Instant now) {
    return store.rows("alert-counts", StandingCountRow.class, Map.of("now", now));
  }

  /** The findings of an alert, at most 200, latest first. */
  public List<FindingRow> findings(Instant now, String key) {
    return store.rows(
        "alert-findings", FindingRow.class, Map.of("now", now, "key", key, "limit", MOST_FINDINGS));
  }

  /** What was done about an alert. */
  public List<ActionRow> actions(String key) {
    return store.rows("alert-actions", ActionRow.class, Map.of("key", key));
  }

  /** To whom an alert was told, latest first. */
  public List<DeliveryRow> deliveries(String key) {
    return store.rows("alert-deliveries", DeliveryRow.class, Map.of("key", key));
  }

  /** Those of these keys that are cases. */
  public List<EvidenceCaseRow> evidence(List<String> keys) {
    return store.rows("alert-evidence", EvidenceCaseRow.class, Map.of("ids", keys));
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

package city.chengmai.dashboard.query;

import city.chengmai.datasets.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Construction sites (在建工地) and the complaints about them, of a time whose end is not included. A
 * grid is a base grid or a site grid (工地专属网格); an empty one stands for all.
 */
public final class SiteQueries {

  /**
   * A site.
   *
   * @param firstDay null when nobody told
   * @param lastDay null while it goes on
   * @param gridWorker post of the team (网格员), as the two that follow (安监员、执法员); empty when not told
   * @param onFile 1 when it has a base record
   * @param verifyJudged complaints whose clock of verification ran out or was met
   * @param talkJudged the same for the negotiation, of those that need one
   * @param open complaints that held and are not put right
   * @param days of the time on which it was under way
   */
  public record SiteRow(
      String siteId,
      String name,
      String homeGrid,
      String overlayGrid,
      String phase,
      String hours,
      LocalDate firstDay,
      LocalDate lastDay,
      String gridWorker,
      String safetyOfficer,
      String enforcementOfficer,
      int onFile,
      long complaints,
      long verifyJudged,
      long verifiedInTime,
      long talkJudged,
      long talkedInTime,
      long open,
      long days) {}

  /**
   * A complaint that waits.
   *
   * @param clock verification or negotiation
   * @param total how many wait, also those that are left out
   */
  public record ClockRow(
      String complaintId,
      String siteId,
      String grid,
      String overlayGrid,
      String category,
      String caseId,
      Instant receivedAt,
      Instant dueAt,
      String clock,
      long total) {}

  /**
   * How far complaints got.
   *
   * @param needing of the confirmed ones, those that need a negotiation
   * @param negotiated of these
   * @param rectified of the confirmed ones, with whatever outcome
   */
  public record FunnelRow(
      long received,
      long verified,
      long confirmed,
      long needing,
      long negotiated,
      long rectified,
      long solved,
      long partly) {}

  private final Store store;
  private final double verify;
  private final double negotiate;

  /** Questions to this store, with the hours of indicators S06 and S07. */
  public SiteQueries(Store store) {
    this.store = store;
    Catalogue catalogue = Catalogue.bundled();
    this.verify = catalogue.indicator("S06").parameter("hours");
    this.negotiate = catalogue.indicator("S07").parameter("hours");
  }

  /** Hours until somebody must have looked at the site. */
  public double verifyHours() {
    return verify;
  }

  /** Hours until the three parties must sit down together. */
  public double negotiateHours() {
    return negotiate;
  }

  /** Sites, those with most complaints first. */
  public List<SiteRow> sites(String grid, Instant from, Instant until, ZoneId zone) {
    Map<String, Object> parameters = of(grid, from, until);
    parameters.put("zone", zone.getId());
    return store.rows("sites", SiteRow.class, parameters);
  }

  /** Complaints that wait, at most fifty, the next due first. */
  public List<ClockRow> clocks(String grid, Instant from, Instant until) {
    return store.rows("site-clocks", ClockRow.class, of(grid, from, until));
  }

  /** How far complaints got. */
  public FunnelRow funnel(String grid, Instant from, Instant until) {
    return store
        .row("site-funnel", FunnelRow.class, Map.of("grid", grid, "from", from, "until", until))
        .orElseThrow();
  }

  private Map<String, Object> of(String grid, Instant from, Instant until) {
    return new HashMap<>(
        Map.of(
            "grid", grid, "from", from, "until", until, "verify", verify, "negotiate", negotiate));
  }
}

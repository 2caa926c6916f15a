package city.chengmai.dashboard.page.site;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.SiteQueries.ClockRow;
import city.chengmai.dashboard.query.SiteQueries.FunnelRow;
import city.chengmai.dashboard.query.SiteQueries.SiteRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of the page of sites. A share stands beside both its counts. */
final class SiteBoard {

  /** A share of a whole: percentage, or a word when there is no whole, and both counts. */
  public record Share(String text, String of) {}

  /** A role of a site grid's team. */
  public record Role(String name, String post, boolean missing) {}

  /**
   * A site.
   *
   * @param grids names of its grids with their addresses
   * @param perDay complaints a day on which it was under way
   */
  public record Site(
      String id,
      String name,
      List<Place> grids,
      String phase,
      String hours,
      List<Role> team,
      String complaints,
      String perDay,
      Share verified,
      Share talked,
      String open) {}

  /** A grid with its page. */
  public record Place(String id, String name) {}

  /**
   * A clock.
   *
   * @param due milliseconds since 1970, for the countdown
   * @param left how long from now, or since when it has run out
   */
  public record Clock(
      String complaint,
      String caseId,
      String site,
      String name,
      String category,
      String dueAt,
      long due,
      String left,
      Level level) {}

  /**
   * A step of the funnel.
   *
   * @param width of its bar in per cent of all received
   * @param lost what was left behind before it, in words; empty for the first
   */
  public record Step(
      String key, String name, String count, Share share, double width, String lost) {}

  private static final Duration SOON = Duration.ofMinutes(30);

  private final CityModel city;
  private final Instant now;
  private final Figures figures;
  private final Messages messages;

  SiteBoard(CityModel city, Instant now, Figures figures) {
    this.city = city;
    this.now = now;
    this.figures = figures;
    this.messages = figures.messages();
  }

  List<Site> sites(List<SiteRow> rows) {
    return rows.stream().map(this::site).toList();
  }

  private Site site(SiteRow row) {
    return new Site(
        row.siteId(),
        row.name().isEmpty() ? row.siteId() : row.name(),
        List.of(row.overlayGrid(), row.homeGrid()).stream()
            .filter(id -> !id.isEmpty())
            .map(id -> new Place(id, city.areaName(id, messages.language())))
            .toList(),
        row.phase().isEmpty()
            ? messages.text("sites.not-told")
            : messages.textOr("sites.phase." + row.phase(), row.phase()),
        row.hours().isEmpty() ? messages.text("sites.not-told") : row.hours(),
        List.of(
            role("grid-worker", row.gridWorker()),
            role("safety-officer", row.safetyOfficer()),
            role("enforcement-officer", row.enforcementOfficer())),
        figures.count(row.complaints()),
        row.days() == 0 ? Figures.NONE : figures.number((double) row.complaints() / row.days(), 2),
        share(row.verifiedInTime(), row.verifyJudged()),
        share(row.talkedInTime(), row.talkJudged()),
        figures.count(row.open()));
  }

  private Role role(String key, String post) {
    return new Role(
        messages.text("sites.role." + key),
        post.isEmpty() ? messages.text("sites.role-missing") : post,
        post.isEmpty());
  }

  List<Clock> clocks(List<ClockRow> rows, List<SiteRow> sites) {
    Map<String, String> names =
        sites.stream()
            .filter(row -> !row.name().isEmpty())
            .collect(Collectors.toMap(SiteRow::siteId, SiteRow::name));
    return rows.stream().map(row -> clock(row, names)).toList();
  }

  private Clock clock(ClockRow row, Map<String, String> names) {
    Duration left = Duration.between(now, row.dueAt());
    boolean over = left.isZero() || left.isNegative();
    return new Clock(
        row.complaintId(),
        row.caseId(),
        names.getOrDefault(row.siteId(), row.siteId()),
        messages.text("sites.clock." + row.clock()),
        city.categoryName(row.category(), messages.language()),
        figures.fullMoment(row.dueAt()),
        row.dueAt().toEpochMilli(),
        messages.text(over ? "sites.over-since" : "sites.left", figures.duration(left)),
        over ? Level.ALARM : left.compareTo(SOON) <= 0 ? Level.WARNING : Level.NORMAL);
  }

  List<Step> funnel(FunnelRow row) {
    return List.of(
        step("received", row.received(), row.received(), row, ""),
        step(
            "verified",
            row.verified(),
            row.received(),
            row,
            lost("verified", row.received() - row.verified())),
        step(
            "confirmed",
            row.confirmed(),
            row.verified(),
            row,
            lost("confirmed", row.verified() - row.confirmed())),
        step(
            "negotiated",
            row.negotiated(),
            row.needing(),
            row,
            lost("negotiated", row.needing() - row.negotiated())),
        step(
            "rectified",
            row.rectified(),
            row.confirmed(),
            row,
            lost("rectified", row.confirmed() - row.rectified())),
        step(
            "solved",
            row.solved(),
            row.rectified(),
            row,
            messages.text(
                "sites.lost.solved",
                figures.count(row.partly()),
                figures.count(row.rectified() - row.solved() - row.partly()))));
  }

  private String lost(String key, long count) {
    return messages.text("sites.lost." + key, figures.count(count));
  }

  private Step step(String key, long count, long whole, FunnelRow row, String lost) {
    return new Step(
        key,
        messages.text("sites.step." + key),
        figures.count(count),
        share(count, whole),
        row.received() == 0 ? 0 : 100.0 * count / row.received(),
        lost);
  }

  private Share share(long part, long whole) {
    return new Share(
        whole == 0 ? messages.text("state.no-data") : figures.percent((double) part / whole),
        figures.count(part) + " / " + figures.count(whole));
  }
}

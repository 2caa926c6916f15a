package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Visits (走访) and services to enterprises, each of a time whose end is not included. */
public final class VisitQueries {

  /**
   * Visits of a campaign.
   *
   * @param targets different ones that were visited
   * @param returned visits that people came back from (回头)
   * @param reopenedIssues issues that were open again then
   */
  public record CampaignRow(
      String campaign,
      long visits,
      long targets,
      long issues,
      long onSpot,
      long returned,
      long reopenedIssues) {}

  /**
   * Visits to a kind of target.
   *
   * @param covered different ones that were visited
   * @param onFile all of them; null where nobody keeps a list
   */
  public record KindRow(String kind, long visits, long covered, Long onFile) {}

  /**
   * Enterprises of a tier on file.
   *
   * @param visited on any line
   * @param several of them, those that more than one line visited
   */
  public record TierRow(
      String tier,
      long onFile,
      long visited,
      long district,
      long industry,
      long local,
      long several) {}

  /** Collective visits of a day. */
  public record SessionRow(LocalDate day, long homes, long committees) {}

  /** Visits that a role took part in. */
  public record RoleRow(String role, long visits) {}

  /** Issues of a tag (三最). */
  public record TagRow(String tag, long issues, long onSpot) {}

  /**
   * A part of the service package (服务包).
   *
   * @param covered key enterprises that have it, confirmed, at the end
   * @param targets key enterprises on file
   */
  public record PartRow(
      String part, long covered, long targets, long delivered, long confirmedCount) {}

  /**
   * How appeals were answered.
   *
   * @param due those that fell due
   * @param open of them, those without an answer at the end
   * @param medianHours from raised to answered; null when none was
   */
  public record PaceRow(
      long due,
      long inTime,
      long late,
      long open,
      long raised,
      long notSent,
      long sentOnce,
      long sentAgain,
      Double medianHours) {}

  /**
   * What enterprises need.
   *
   * @param past as long a time before
   */
  public record NeedRow(String category, long present, long past) {}

  /** What enterprises said. */
  public record WordRow(
      String asked, long satisfied, long fairly, long dissatisfied, long silent) {}

  private final Store store;

  /** Questions to this store. */
  public VisitQueries(Store store) {
    this.store = store;
  }

  /** Visits by campaign, most first. */
  public List<CampaignRow> campaigns(Instant from, Instant until) {
    return store.rows("visit-campaigns", CampaignRow.class, during(from, until));
  }

  /** Visits by kind of target. */
  public List<KindRow> kinds(Instant from, Instant until) {
    return store.rows("visit-kinds", KindRow.class, during(from, until));
  }

  /** Enterprises on file by tier, key ones first. */
  public List<TierRow> tiers(Instant from, Instant until) {
    return store.rows("visit-tiers", TierRow.class, during(from, until));
  }

  /** Days with collective visits, in order. */
  public List<SessionRow> sessions(Instant from, Instant until, ZoneId zone) {
    return store.rows(
        "visit-sessions",
        SessionRow.class,
        Map.of("from", from, "until", until, "zone", zone.getId()));
  }

  /** Roles of collective visits, most frequent first. */
  public List<RoleRow> roles(Instant from, Instant until) {
    return store.rows("visit-roles", RoleRow.class, during(from, until));
  }

  /** Issues by tag, the three mosts first. */
  public List<TagRow> tags(Instant from, Instant until) {
    return store.rows("visit-tags", TagRow.class, during(from, until));
  }

  /** Parts of the service package that were ever delivered. */
  public List<PartRow> parts(Instant from, Instant until) {
    return store.rows("package-parts", PartRow.class, during(from, until));
  }

  /** How appeals were answered. */
  public PaceRow pace(Instant from, Instant until) {
    return store.row("appeal-pace", PaceRow.class, during(from, until)).orElseThrow();
  }

  /** Needs by category, most first, beside the time from {@code before}. */
  public List<NeedRow> needs(Instant before, Instant from, Instant until) {
    return store.rows(
        "appeal-needs", NeedRow.class, Map.of("before", before, "from", from, "until", until));
  }

  /** What enterprises said of appeals and of visits. */
  public List<WordRow> words(Instant from, Instant until) {
    return store.rows("word-of-mouth", WordRow.class, during(from, until));
  }

  private static Map<String, Object> during(Instant from, Instant until) {
    return Map.of("from", from, "until", until);
  }
}

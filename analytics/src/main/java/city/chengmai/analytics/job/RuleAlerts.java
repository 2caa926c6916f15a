package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.Finding;
import city.chengmai.analytics.job.rule.FindingGroups;
import city.chengmai.analytics.job.rule.SilentFeed;
import city.chengmai.datasets.rule.AlertRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The alerts of a rule brought up to date with what was found. While a feed is silent that the rule
 * depends on, what it says bears the name of that feed, and nothing new is raised because something
 * did not come: that may be the feed's silence.
 */
final class RuleAlerts {

  private final RunContext run;
  private final AlertRule rule;
  private final Instant since;
  private final Optional<SilentFeed> silent;
  private final List<AlertRow> open;
  private final Map<String, String> groups = new HashMap<>();
  private int heldBack;

  private RuleAlerts(
      RunContext run,
      AlertRule rule,
      Instant since,
      Optional<SilentFeed> silent,
      List<AlertRow> open) {
    this.run = run;
    this.rule = rule;
    this.since = since;
    this.silent = silent;
    this.open = open;
  }

  /**
   * The alerts of a rule as they stand; those that begin before {@code since} were not asked for.
   */
  static RuleAlerts read(
      RunContext run, AlertRule rule, Instant since, Optional<SilentFeed> silent) {
    List<AlertRow> open = AlertBook.read(run, rule.id()).rows();
    RuleAlerts alerts = new RuleAlerts(run, rule, since, silent, open);
    alerts.groups.putAll(AlertBook.groups(run, rule.id(), since));
    return alerts;
  }

  /** The rows to write. */
  List<AlertRow> rows(List<RatedFinding> found) {
    List<RatedFinding> trusted = found.stream().filter(this::mayBeRaised).toList();
    heldBack = found.size() - trusted.size();
    FindingGroups grouped =
        new FindingGroups(rule.id(), trusted.stream().map(RatedFinding::finding).toList(), groups);
    AlertBook book = AlertBook.read(run, rule.id()).only(row -> !row.periodStart().isBefore(since));
    Set<String> standing = new HashSet<>();
    book.rows().forEach(row -> standing.add(row.id()));
    List<AlertRow> rows =
        trusted.stream()
            .map(rated -> row(rated, grouped))
            .filter(row -> row.isOpen() || standing.contains(row.id()) || isNews(row))
            .toList();
    return Stream.concat(book.update(rows, run.stamp()).stream(), earlier().stream()).toList();
  }

  /** What is to be known about this run; empty when nothing. */
  String remark() {
    return silent
        .map(
            feed ->
                "paused by silent feed %s, not heard since %s; %d held back that rest on what did not come"
                    .formatted(feed.id(), feed.heard(), heldBack))
        .orElse("");
  }

  private boolean mayBeRaised(RatedFinding rated) {
    Finding finding = rated.finding();
    String id = rule.id() + "|" + finding.key();
    return silent.isEmpty()
        || !finding.fromMissing()
        || !finding.knownAt().isAfter(silent.get().heard())
        || open.stream().anyMatch(row -> row.id().equals(id));
  }

  private AlertRow row(RatedFinding rated, FindingGroups grouped) {
    Finding finding = rated.finding();
    Instant now = run.city().now();
    Map<String, Object> figures = new HashMap<>(finding.columns());
    String category = (String) figures.remove("category");
    figures.put("group_id", grouped.of(finding));
    figures.put("lower", null);
    figures.put("log10_p", null);
    AlertRow row =
        AlertRow.of(
                rated.rule(),
                new AlertRow.Subject(
                    grouped.id(finding.key()),
                    finding.area(),
                    category,
                    finding.start(),
                    finding.end()),
                finding.severity(),
                figures,
                new AlertRow.Evidence(finding.evidence(), finding.evidenceTotal()),
                run.stamp())
            .with(
                "raised_at", Stamp.text(finding.knownAt().isBefore(now) ? finding.knownAt() : now));
    Optional<Instant> over = overAt(finding).filter(end -> !end.isAfter(run.city().knownUntil()));
    return over.map(end -> row.with("state", "cleared").with("cleared_at", Stamp.text(end)))
        .orElse(row)
        .with("paused_by", over.isPresent() ? "" : pausedBy(finding.end()));
  }

  private Optional<Instant> overAt(Finding finding) {
    Optional<Instant> old =
        rule.has("open-days") ? Optional.of(finding.end().plus(openTime())) : Optional.empty();
    return Stream.of(finding.overAt(), old).flatMap(Optional::stream).min(Instant::compareTo);
  }

  private Duration openTime() {
    return Duration.ofDays(Math.round(rule.parameter("open-days")));
  }

  /** What ended before the feed fell silent rests on all its data. */
  private String pausedBy(Instant end) {
    return silent
        .filter(feed -> !rule.has("open-days") || end.isAfter(feed.heard()))
        .map(SilentFeed::id)
        .orElse("");
  }

  /** What was over before the days of this run was written by an earlier one. */
  private boolean isNews(AlertRow row) {
    Instant over = Stamp.moment((String) row.columns().get("cleared_at"));
    Instant from = run.city().startOf(run.days().from());
    return !over.isBefore(from) || !row.periodStart().isBefore(from) || isFullRun();
  }

  private boolean isFullRun() {
    return !run.days().from().isAfter(run.city().firstDay());
  }

  /** Alerts of days that were not asked for: their time may be over, or their feed may be back. */
  private List<AlertRow> earlier() {
    List<AlertRow> rows = new ArrayList<>();
    for (AlertRow row : open) {
      if (row.periodStart().isBefore(since)) {
        Instant end = row.periodEnd().plus(openTime());
        if (!end.isAfter(run.city().knownUntil())) {
          rows.add(row.cleared(end, run.stamp()));
        } else if (!pausedBy(row.periodEnd()).equals(row.columns().get("paused_by"))) {
          rows.add(
              row.with("paused_by", pausedBy(row.periodEnd()))
                  .with("version", run.stamp().version()));
        }
      }
    }
    return rows;
  }
}

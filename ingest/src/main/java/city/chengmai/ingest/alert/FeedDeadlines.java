package city.chengmai.ingest.alert;

import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.source.FeedDeclaration;
import city.chengmai.datasets.source.FeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a feed: silent, when nothing came for too long; late, when for some minutes all
 * that came had happened long before.
 */
final class FeedDeadlines {

  private static final String SILENT = "A08";
  private static final String LATE = "A08-late";

  private final AlertRules rules;
  private final FeedRegistry registry;

  FeedDeadlines(AlertRules rules, FeedRegistry registry) {
    this.rules = rules;
    this.registry = registry;
  }

  /**
   * The feed was heard.
   *
   * @param feed id of the feed, or the source of its events when the city declares none for it
   * @param before its watch, null when it was never heard
   */
  Watch heard(String feed, String area, Pulse pulse, Watch before) {
    AlertRule rule = rules.rule(SILENT);
    Duration limit = interval(rule, feed);
    if (limit.isZero()) {
      return Watch.of(feed, area, "", false, List.of());
    }
    // What a replay brings was heard when it happened, so that a feed that ended then is silent
    // now.
    boolean history = pulse.lag().compareTo(limit) > 0;
    Instant heard = later(history ? pulse.newest() : pulse.heard(), lastHeard(before));
    Instant due = heard.plus(limit);
    List<Deadline> deadlines = new ArrayList<>(2);
    deadlines.add(
        Deadline.at(SILENT, heard, due, Severity.WARNING)
            .until(due.plus(RuleTime.days(rule, "open-days"))));
    if (!history) {
      late(feed, pulse, before).map(late -> late.until(due)).ifPresent(deadlines::add);
    }
    return Watch.of(feed, area, "", history, deadlines);
  }

  /** A declared feed that was never heard is expected from this moment on. */
  Watch expected(String feed, String area, Instant from) {
    AlertRule rule = rules.rule(SILENT);
    Instant due = from.plus(interval(rule, feed));
    Deadline silent =
        Deadline.at(SILENT, from, due, Severity.WARNING)
            .until(due.plus(RuleTime.days(rule, "open-days")));
    return Watch.of(feed, area, "", false, List.of(silent));
  }

  // What the city declares counts before the number for all feeds.
  private Duration interval(AlertRule rule, String feed) {
    return registry
        .find(feed)
        .map(FeedDeclaration::interval)
        .orElseGet(() -> RuleTime.minutes(rule, "silent-minutes", feed));
  }

  private Optional<Deadline> late(String feed, Pulse pulse, Watch before) {
    AlertRule rule = rules.rule(LATE);
    Duration limit = RuleTime.minutes(rule, "late-minutes", feed);
    if (limit.isZero() || pulse.lag().compareTo(limit) <= 0) {
      return Optional.empty();
    }
    Optional<Deadline> standing =
        Optional.ofNullable(before).flatMap(watch -> watch.find(LATE)).map(Clock::deadline);
    return standing.or(() -> Optional.of(late(rule, limit, pulse)));
  }

  private static Deadline late(AlertRule rule, Duration limit, Pulse pulse) {
    Instant due = pulse.newest().plus(limit);
    return Deadline.at(LATE, pulse.newest(), due, Severity.WARNING)
        .from(pulse.heard().plus(RuleTime.minutes(rule, "patience-minutes")));
  }

  private static Instant lastHeard(Watch before) {
    return Optional.ofNullable(before)
        .flatMap(watch -> watch.find(SILENT))
        .map(clock -> clock.deadline().since())
        .orElse(Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}

package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.alert.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An alert as the policy sees it.
 *
 * @param key names it in the policy; of overdue cases each by itself
 * @param page what people act on, and its page is named by
 * @param severity alarm, warning or notice
 * @param areas its areas with all that they lie in
 * @param paused whether a silent feed makes it doubtful
 * @param episodes times in which findings stood without a gap, earliest first; at least one
 * @param worseSince when it became as severe as it is, in the latest episode
 */
public record Situation(
    String key,
    String page,
    String rule,
    String severity,
    Set<String> areas,
    Standing standing,
    boolean paused,
    List<Episode> episodes,
    Instant worseSince) {

  /**
   * One time in which findings stood.
   *
   * @param end empty while one stands
   */
  public record Episode(Instant start, Optional<Instant> end) {
    /** The same, over at this moment at the latest. */
    Episode endedBy(Instant latest) {
      return new Episode(start, Optional.of(end.filter(latest::isAfter).orElse(latest)));
    }
  }

  /** Copies. */
  public Situation {
    areas = Set.copyOf(areas);
    episodes = List.copyOf(episodes);
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException("alert " + key + " has no episode");
    }
  }

  /** The latest one. */
  Episode episode() {
    return episodes.get(episodes.size() - 1);
  }

  /** Whether a finding stands, and people have not set it aside. */
  boolean isOpen() {
    return episode().end().isEmpty() && standing.isShown();
  }

  /** Whether it is an overdue case, told by itself and shown with the others of its grid. */
  boolean isOverdueCase() {
    return rule.equals("A01");
  }

  boolean isAlarm() {
    return severity.equals("alarm");
  }

  /** How often it was raised after a moment. */
  long raisedSince(Instant moment) {
    return episodes.stream().filter(one -> one.start().isAfter(moment)).count();
  }
}

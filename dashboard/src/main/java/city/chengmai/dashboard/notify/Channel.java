package city.chengmai.dashboard.notify;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.bulletin.BulletinKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who is told about alerts (推送渠道).
 *
 * @param name unique; stands in the delivery log
 * @param wants which alerts it is told of
 * @param quiet times of the day in which it is not disturbed
 * @param alarmsPass whether alarms come through in quiet times
 * @param digest how long messages are gathered into one; zero: told at once
 * @param tellsEnd whether it is told that an alert is over
 * @param flapping when an alert counts as flapping
 * @param escalation to whom what it does not acknowledge is handed up
 * @param bulletins kinds of bulletins that it gets when they are published
 * @param receiver where messages go
 */
public record Channel(
    String name,
    Wish wants,
    List<QuietPeriod> quiet,
    boolean alarmsPass,
    Duration digest,
    boolean tellsEnd,
    Flapping flapping,
    Optional<Escalation> escalation,
    Set<BulletinKind> bulletins,
    Receiver receiver) {

  /**
   * Which alerts; an empty set wants all of a kind.
   *
   * @param areas with everything below them
   * @param escalationsOnly told only of what others hand up
   */
  public record Wish(
      Set<String> severities, Set<String> rules, Set<String> areas, boolean escalationsOnly) {
    /** Copies. */
    public Wish {
      severities = Set.copyOf(severities);
      rules = Set.copyOf(rules);
      areas = Set.copyOf(areas);
    }
  }

  /**
   * When an alert flaps: raised this often within this long.
   *
   * @param times at least 2
   */
  public record Flapping(int times, Duration within) {
    /** Checks the range. */
    public Flapping {
      if (times < 2 || within.isNegative() || within.isZero()) {
        throw new IllegalArgumentException(
            "flapping: expected at least 2 times within a positive time, got " + times);
      }
    }
  }

  /** Handing up: after how long without acknowledgement, and to which channel. */
  public record Escalation(Duration after, String to) {}

  /** Checks that nothing is missing. */
  public Channel {
    requireNonNull(name, "name");
    requireNonNull(wants, "wants");
    requireNonNull(digest, "digest");
    requireNonNull(flapping, "flapping");
    requireNonNull(escalation, "escalation");
    requireNonNull(receiver, "receiver");
    quiet = List.copyOf(quiet);
    bulletins = Set.copyOf(bulletins);
  }

  /** Whether it wants to hear of this alert at all. */
  boolean wants(Situation alert) {
    return (wants.severities().isEmpty() || wants.severities().contains(alert.severity()))
        && rule(alert.rule())
        && (wants.areas().isEmpty() || alert.areas().stream().anyMatch(wants.areas()::contains));
  }

  /** Overdue cases are told only to whom asks for them: they have a panel of their own. */
  private boolean rule(String rule) {
    return wants.rules().isEmpty() ? !rule.equals("A01") : wants.rules().contains(rule);
  }
}

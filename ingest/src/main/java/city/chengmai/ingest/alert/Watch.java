package city.chengmai.ingest.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The clocks that run on one entity.
 *
 * @param subject id of the entity
 * @param area grid, or the city's root area when it is in none
 * @param category leaf category of a case, kind of a device or alarm, empty for a feed
 * @param history whether its latest event came in long after it happened
 * @param clocks its clocks
 * @param cause correlation id of the event that set them; empty when none did, or nobody knows
 */
record Watch(
    String subject,
    String area,
    String category,
    boolean history,
    List<Clock> clocks,
    String cause) {

  Watch {
    clocks = List.copyOf(clocks);
  }

  static Watch of(
      String subject, String area, String category, boolean history, List<Deadline> deadlines) {
    List<Clock> clocks = deadlines.stream().map(Clock::of).toList();
    return new Watch(subject, area, category, history, clocks, "");
  }

  /** The same, set by an event. */
  Watch causedBy(String correlation) {
    return new Watch(subject, area, category, history, clocks, correlation);
  }

  /** This watch, knowing what an earlier one had raised for the same causes. */
  Watch after(Watch before) {
    return with(
        clocks.stream()
            .map(
                clock ->
                    before
                        .find(clock.deadline())
                        .map(old -> new Clock(clock.deadline(), old.raised(), old.version()))
                        .orElse(clock))
            .toList());
  }

  /** What this watch has raised for causes that another one does not know. */
  List<Clock> raisedBeside(Watch other) {
    return clocks.stream()
        .filter(clock -> clock.isRaised() && other.find(clock.deadline()).isEmpty())
        .toList();
  }

  Watch with(List<Clock> changed) {
    return new Watch(subject, area, category, history, changed, cause);
  }

  Optional<Clock> find(String rule) {
    return clocks.stream().filter(clock -> clock.deadline().rule().equals(rule)).findFirst();
  }

  /** The next moment at which time alone changes something. */
  Optional<Instant> next() {
    return clocks.stream().map(Clock::next).filter(Objects::nonNull).min(Comparator.naturalOrder());
  }

  private Optional<Clock> find(Deadline deadline) {
    return clocks.stream().filter(clock -> clock.deadline().isSameCause(deadline)).findFirst();
  }
}

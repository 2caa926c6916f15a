package city.chengmai.analytics.model.sensor;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a sensor usually reads at a time of day: the median of what it read within a quarter of an
 * hour of it on the days before.
 */
final class DayProfile {

  private static final int SLOT_SECONDS = (int) Duration.ofMinutes(15).toSeconds();
  private static final int SLOTS = (int) Duration.ofDays(1).toSeconds() / SLOT_SECONDS;
  private static final int KEPT = 30;
  private static final int FEWEST = 3;

  private final Duration learning;
  private final List<Deque<Double>> slots =
      Stream.<Deque<Double>>generate(ArrayDeque::new).limit(SLOTS).toList();
  private LocalDateTime first;

  /**
   * Nothing learned yet.
   *
   * @param learning time before anything is usual
   */
  DayProfile(Duration learning) {
    this.learning = learning;
  }

  /** The usual reading, empty as long as too little is known. */
  OptionalDouble usual(LocalDateTime time) {
    if (first == null || Duration.between(first, time).compareTo(learning) <= 0) {
      return OptionalDouble.empty();
    }
    int slot = slot(time.toLocalTime());
    double[] near =
        IntStream.rangeClosed(-1, 1)
            .mapToObj(step -> slots.get(Math.floorMod(slot + step, SLOTS)))
            .flatMap(Deque::stream)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return near.length < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(near[near.length / 2]);
  }

  void add(LocalDateTime time, double value) {
    first = first == null || time.isBefore(first) ? time : first;
    Deque<Double> slot = slots.get(slot(time.toLocalTime()));
    slot.addLast(value);
    if (slot.size() > KEPT) {
      slot.removeFirst();
    }
  }

  private static int slot(LocalTime time) {
    return time.toSecondOfDay() / SLOT_SECONDS;
  }
}

package city.chengmai.analytics.model.alert;

import city.chengmai.analytics.model.sensor.SensorDetector;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges the readings of one device and metric day by day. The detector goes from reading to
 * reading, so what it knows is rebuilt from the readings of some weeks before: it begins anew at
 * fixed days of the calendar, so that a run over few days tells the same as one over many.
 *
 * <pre>
 *   days      ...|---- memory ----|---- four weeks judged ----|...
 * </pre>
 */
public final class SensorDays {

  private static final int BLOCK_DAYS = 28;
  private static final int USUAL_DAYS = 14;
  // Counted from the fixed beginning of what is read, so that every run draws the same line.
  private static final int FEWEST_READINGS = 200;

  private final SensorPlan plan;

  /** Judges by a plan. */
  public SensorDays(SensorPlan plan) {
    this.plan = plan;
  }

  /**
   * A reading.
   *
   * @param at by the clock of the city
   * @param value in the unit of the metric
   */
  public record Reading(LocalDateTime at, double value) implements Serializable {}

  /**
   * A day with a reading worth an alert.
   *
   * @param day in the zone of the city
   * @param at moment of the strangest reading
   * @param value of it
   * @param usual mean of the readings at that hour on the two weeks before, NaN when there are none
   * @param score of it, from 0 to 1
   * @param readings told on that day
   */
  public record UnusualDay(
      LocalDate day, LocalDateTime at, double value, double usual, double score, int readings)
      implements Serializable {}

  /** First day whose readings are needed to judge from a day on. */
  public static LocalDate neededFrom(LocalDate from, SensorPlan plan) {
    return block(from).minusDays(plan.memoryDays());
  }

  /** The unusual days of {@code [from, to)} among readings in order of time. */
  public List<UnusualDay> of(List<Reading> readings, LocalDate from, LocalDate to) {
    List<UnusualDay> days = new ArrayList<>();
    for (LocalDate block = block(from); block.isBefore(to); block = block.plusDays(BLOCK_DAYS)) {
      LocalDate begin = block.minusDays(plan.memoryDays());
      LocalDate end = earlier(to, block.plusDays(BLOCK_DAYS));
      LocalDate first = later(from, block);
      List<Reading> seen = within(readings, begin, end);
      if (!seen.isEmpty()) {
        days.addAll(judge(seen, first, end));
      }
    }
    return days;
  }

  private List<UnusualDay> judge(List<Reading> seen, LocalDate from, LocalDate to) {
    LocalDate known = seen.get(0).at().toLocalDate().plusDays(plan.learningDays());
    SensorDetector detector = new SensorDetector();
    List<UnusualDay> days = new ArrayList<>();
    Optional<UnusualDay> today = Optional.empty();
    int readings = 0;
    for (Reading reading : seen) {
      LocalDate day = reading.at().toLocalDate();
      if (today.isPresent() && !today.get().day().equals(day)) {
        days.add(today.get());
        today = Optional.empty();
      }
      double score = detector.score(reading.at(), reading.value());
      readings++;
      boolean enough = readings >= FEWEST_READINGS && !day.isBefore(known);
      boolean judged = enough && !day.isBefore(from) && day.isBefore(to);
      if (judged && score >= plan.score()) {
        today = Optional.of(worst(today, reading, score, seen));
      }
    }
    today.ifPresent(days::add);
    return days;
  }

  private static UnusualDay worst(
      Optional<UnusualDay> before, Reading reading, double score, List<Reading> seen) {
    int readings = before.map(UnusualDay::readings).orElse(0) + 1;
    if (before.isPresent() && before.get().score() >= score) {
      UnusualDay kept = before.get();
      return new UnusualDay(
          kept.day(), kept.at(), kept.value(), kept.usual(), kept.score(), readings);
    }
    return new UnusualDay(
        reading.at().toLocalDate(),
        reading.at(),
        reading.value(),
        usual(reading, seen).orElse(Double.NaN),
        score,
        readings);
  }

  private static OptionalDouble usual(Reading reading, List<Reading> seen) {
    LocalDate day = reading.at().toLocalDate();
    return within(seen, day.minusDays(USUAL_DAYS), day).stream()
        .filter(earlier -> earlier.at().getHour() == reading.at().getHour())
        .mapToDouble(Reading::value)
        .average();
  }

  private static List<Reading> within(List<Reading> readings, LocalDate from, LocalDate to) {
    return readings.stream()
        .filter(reading -> !reading.at().toLocalDate().isBefore(from))
        .filter(reading -> reading.at().toLocalDate().isBefore(to))
        .toList();
  }

  private static LocalDate block(LocalDate day) {
    return LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), (long) BLOCK_DAYS) * BLOCK_DAYS);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

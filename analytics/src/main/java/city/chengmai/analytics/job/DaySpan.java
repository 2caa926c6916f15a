package city.chengmai.analytics.job;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive days of the city's zone, {@code [from, to)}.
 *
 * @param from first day
 * @param to day after the last
 */
public record DaySpan(LocalDate from, LocalDate to) implements Serializable {

  /** Checks the order. */
  public DaySpan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a span of days ends before it begins: " + from + ", " + to);
    }
  }

  /** Number of days. */
  public int days() {
    return (int) (to.toEpochDay() - from.toEpochDay());
  }

  /** The same days in spans of so many, the last of what is left. */
  List<DaySpan> split(int days) {
    List<DaySpan> spans = new ArrayList<>();
    for (LocalDate first = from; first.isBefore(to); first = first.plusDays(days)) {
      LocalDate end = first.plusDays(days);
      spans.add(new DaySpan(first, end.isBefore(to) ? end : to));
    }
    return spans;
  }

  int firstNumber() {
    return (int) from.toEpochDay();
  }

  int endNumber() {
    return (int) to.toEpochDay();
  }
}

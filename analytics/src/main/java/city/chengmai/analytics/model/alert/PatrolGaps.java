package city.chengmai.analytics.model.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds grids none of whose planned rounds was completed for days. */
public final class PatrolGaps {

  private final int days;
  private final int rounds;
  private final int longest;

  /**
   * Gaps of a least length.
   *
   * @param days days in a row on which rounds were planned and none completed
   * @param rounds planned rounds in them
   * @param longest days that are looked back on
   */
  public PatrolGaps(int days, int rounds, int longest) {
    this.days = days;
    this.rounds = rounds;
    this.longest = longest;
  }

  /**
   * The rounds of a grid on a day.
   *
   * @param grid base grid
   * @param day that they were planned for, in the zone of the city
   * @param planned rounds
   * @param completed of them, ever
   * @param missed ids of those that were not
   */
  public record Rounds(
      String grid, LocalDate day, int planned, int completed, List<String> missed) {

    /** Keeps a copy. */
    public Rounds {
      missed = List.copyOf(missed);
    }
  }

  /**
   * A gap that goes on.
   *
   * @param grid base grid
   * @param from first day without a completed round
   * @param last day looked at
   * @param missed ids of the rounds, the latest first
   */
  public record Gap(String grid, LocalDate from, LocalDate last, List<String> missed) {

    /** Keeps a copy. */
    public Gap {
      missed = List.copyOf(missed);
    }
  }

  /** The gaps that last until a day, by grid. */
  public List<Gap> on(LocalDate day, List<Rounds> all) {
    Map<String, NavigableMap<LocalDate, Rounds>> grids = new TreeMap<>();
    for (Rounds one : all) {
      if (!one.day().isAfter(day)
          && one.day().isAfter(day.minusDays(longest))
          && one.planned() > 0) {
        grids.computeIfAbsent(one.grid(), any -> new TreeMap<>()).put(one.day(), one);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    grids.forEach(
        (grid, planned) -> {
          Gap gap = gap(grid, day, planned);
          // A day without any plan ends no gap, but tells of none either.
          if (planned.containsKey(day) && isLong(gap, planned)) {
            gaps.add(gap);
          }
        });
    return gaps;
  }

  private static Gap gap(String grid, LocalDate day, NavigableMap<LocalDate, Rounds> planned) {
    List<String> missed = new ArrayList<>();
    LocalDate from = day.plusDays(1);
    for (Rounds one : planned.descendingMap().values()) {
      if (one.completed() > 0) {
        break;
      }
      from = one.day();
      missed.addAll(one.missed());
    }
    return new Gap(grid, from, day, missed);
  }

  private boolean isLong(Gap gap, NavigableMap<LocalDate, Rounds> planned) {
    return planned.tailMap(gap.from(), true).size() >= days && gap.missed().size() >= rounds;
  }
}

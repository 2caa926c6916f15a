package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One thing hidden in the data, as a detector should find it.
 *
 * @param id unique in the city
 * @param kind what it is
 * @param grids base grids it shows in
 * @param category leaf category, empty when it is not about cases of one category
 * @param target site or device it is about, empty when none
 * @param from first day, in the city's zone
 * @param to day after the last one
 * @param size cases added; readings withheld of a silent device; rounds skipped in a patrol gap; 0
 *     when nothing is added
 */
public record Incident(
    String id,
    IncidentKind kind,
    List<String> grids,
    String category,
    String target,
    LocalDate from,
    LocalDate to,
    int size) {

  /** Copies the list. */
  public Incident {
    grids = List.copyOf(grids);
  }

  boolean isOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  boolean isIn(DemoGrid grid) {
    return grids.contains(grid.id());
  }

  /** Cases added on a day in one of its grids; over all days and grids they add up to the size. */
  int casesOn(LocalDate day, String grid) {
    int place = grids.indexOf(grid);
    if (place < 0 || !kind.bringsCases() || !isOn(day)) {
      return 0;
    }
    int days = (int) ChronoUnit.DAYS.between(from, to);
    int slot = (int) ChronoUnit.DAYS.between(from, day) * grids.size() + place;
    int slots = days * grids.size();
    return size * (slot + 1) / slots - size * slot / slots;
  }
}

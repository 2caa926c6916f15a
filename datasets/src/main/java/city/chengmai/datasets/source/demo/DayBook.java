package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns days of beginnings into days of happenings: what begins today may happen weeks later, so
 * each planned event waits in the list of its own day. Nothing happens before the day it begins.
 */
final class DayBook {

  private final DayPlan plan;
  private final Map<LocalDate, List<PlannedEvent>> waiting = new HashMap<>();
  private LocalDate day;

  DayBook(DayPlan plan, LocalDate firstDay) {
    this.plan = plan;
    this.day = firstDay;
  }

  /** What happens on the next day, not yet in order. */
  List<PlannedEvent> nextDay() {
    for (PlannedEvent event : plan.of(day)) {
      waiting.computeIfAbsent(event.at().toLocalDate(), any -> new ArrayList<>()).add(event);
    }
    List<PlannedEvent> today = waiting.remove(day);
    day = day.plusDays(1);
    return today == null ? new ArrayList<>() : today;
  }

  /** In order of time; the sort is stable, so that equal times keep the order of planning. */
  static List<PlannedEvent> inOrder(List<PlannedEvent> events) {
    events.sort(Comparator.comparing(PlannedEvent::at));
    return events;
  }
}

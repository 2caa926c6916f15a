package city.chengmai.datasets.source.demo;

import static city.chengmai.datasets.source.demo.IncidentKind.DRAIN_BURST;
import static city.chengmai.datasets.source.demo.IncidentKind.HANDLING_COLLAPSE;
import static city.chengmai.datasets.source.demo.IncidentKind.HOTLINE_SURGE;
import static city.chengmai.datasets.source.demo.IncidentKind.NIGHT_NOISE;
import static city.chengmai.datasets.source.demo.IncidentKind.PARKING_SURGE;
import static city.chengmai.datasets.source.demo.IncidentKind.PATROL_GAP;
import static city.chengmai.datasets.source.demo.IncidentKind.SILENT_DEVICE;
import static city.chengmai.datasets.source.demo.IncidentKind.SPOT_CLUSTER;
import static city.chengmai.datasets.source.demo.IncidentKind.VENDING_SURGE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * When which incident happens. Time is cut into cycles of 60 days: a quiet first one, and from then
 * on the same programme at other places, without end.
 */
final class IncidentCalendar {

  static final int CYCLE_DAYS = 60;

  private static final List<Entry> FIRST_CYCLE =
      List.of(
          new Entry(20, 1, DRAIN_BURST, 3, 26),
          new Entry(34, 4, SPOT_CLUSTER, 1, 10),
          new Entry(50, 2, HOTLINE_SURGE, 8, 40));

  private static final List<Entry> LATER_CYCLES =
      List.of(
          new Entry(2, 7, NIGHT_NOISE, 3, 28),
          new Entry(10, 1, DRAIN_BURST, 4, 36),
          new Entry(15, 5, PARKING_SURGE, 1, 45),
          new Entry(19, 3, SILENT_DEVICE, 1, 288),
          new Entry(24, 2, HOTLINE_SURGE, 8, 44),
          new Entry(28, 10, HANDLING_COLLAPSE, 1, 0),
          new Entry(36, 3, SPOT_CLUSTER, 1, 9),
          new Entry(42, 7, PATROL_GAP, 1, 14),
          new Entry(54, 6, NIGHT_NOISE, 3, 26),
          new Entry(57, 3, VENDING_SURGE, 1, 27),
          new Entry(58, 2, DRAIN_BURST, 3, 28));

  private final LocalDate firstDay;
  private final IncidentPlaces places;
  private final Map<Long, List<Incident>> cycles = new ConcurrentHashMap<>();

  IncidentCalendar(LocalDate firstDay, IncidentPlaces places) {
    this.firstDay = firstDay;
    this.places = places;
  }

  /** A line of the programme: first day in the cycle, length in days, grids and size. */
  record Entry(int offset, int days, IncidentKind kind, int grids, int size) {}

  /** What goes on on a day. */
  List<Incident> on(LocalDate day) {
    return cycle(cycleOf(day)).stream().filter(incident -> incident.isOn(day)).toList();
  }

  /** What begins within the first days. */
  List<Incident> within(int days) {
    LocalDate end = firstDay.plusDays(days);
    return LongStream.rangeClosed(0, (days - 1) / CYCLE_DAYS)
        .mapToObj(this::cycle)
        .flatMap(List::stream)
        .filter(incident -> incident.from().isBefore(end))
        .toList();
  }

  private long cycleOf(LocalDate day) {
    return ChronoUnit.DAYS.between(firstDay, day) / CYCLE_DAYS;
  }

  private List<Incident> cycle(long cycle) {
    return cycles.computeIfAbsent(cycle, this::programme);
  }

  private List<Incident> programme(long cycle) {
    List<Entry> programme = cycle == 0 ? FIRST_CYCLE : LATER_CYCLES;
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < programme.size(); i++) {
      LocalDate start = firstDay.plusDays(cycle * CYCLE_DAYS + programme.get(i).offset());
      incidents.add(places.incident("truth-" + cycle + "-" + (i + 1), programme.get(i), start));
    }
    return incidents;
  }
}

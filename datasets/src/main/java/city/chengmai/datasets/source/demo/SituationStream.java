package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a grid must see beside cases: people who pass busy places (人口流动), counted each evening, and
 * the water at the shore (海防岸线), measured each morning. Nothing happens in the first three days.
 */
final class SituationStream {

  private static final String COUNTER = "people-counter";
  private static final String STATION = "coast-station";

  /** Busy places with the people of an ordinary day. */
  private static final Map<String, Integer> BUSY = Map.of("xq-s03", 5_200, "xq-l01", 8_600);

  private static final String SHORE = "xq-c01";
  private static final double MEAN_LEVEL = 2.4;
  private static final double TIDE = 0.7;
  private static final double HALF_MONTH = 14.77;

  private final Xingqiao xingqiao;
  private final LocalDate begin;
  private final List<DemoDevice> counters;
  private final DemoDevice station;

  SituationStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.begin = xingqiao.options().firstDay().plusDays(RegisterStream.QUIET_DAYS);
    this.counters = BUSY.keySet().stream().sorted().map(id -> device(id, COUNTER)).toList();
    this.station = device(SHORE, STATION);
  }

  private DemoDevice device(String gridId, String kind) {
    DemoGrid grid =
        xingqiao.grids().stream().filter(one -> one.id().equals(gridId)).findFirst().orElseThrow();
    return new DemoDevice(kind + "-" + gridId.substring(3), kind, grid, grid.spots().get(0), "");
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.isBefore(begin)) {
      return events;
    }
    if (day.equals(begin)) {
      counters.forEach(counter -> events.add(record(counter, day)));
      events.add(record(station, day));
    }
    for (DemoDevice counter : counters) {
      Dice dice = xingqiao.dice(counter.id(), day.toEpochDay());
      events.add(
          Readings.reading(
              counter, day.atTime(21, dice.below(10)), "people", people(counter, day, dice), "1"));
    }
    Dice dice = xingqiao.dice(station.id(), day.toEpochDay());
    events.add(
        Readings.reading(
            station, day.atTime(6, dice.below(10)), "water-level", level(day, dice), "m"));
    return events;
  }

  /** Fewer on rest days where people work, more where they stroll. */
  private double people(DemoDevice counter, LocalDate day, Dice dice) {
    boolean rest = !xingqiao.options().holidays().isWorkingDay(day);
    double share = !rest ? 1 : counter.grid().id().startsWith("xq-l") ? 0.45 : 1.3;
    return Math.rint(BUSY.get(counter.grid().id()) * share * (1 + 0.08 * dice.normal()));
  }

  /** Metres: spring and neap tides, and half a metre in a storm. */
  private double level(LocalDate day, Dice dice) {
    double tide = TIDE * StrictMath.sin(2 * StrictMath.PI * day.toEpochDay() / HALF_MONTH);
    double storm = Math.min(0.5, xingqiao.weather().rain(day) / 160);
    return Math.rint(100 * (MEAN_LEVEL + tide + storm + 0.08 * dice.normal())) / 100;
  }

  private static PlannedEvent record(DemoDevice device, LocalDate day) {
    LocalDateTime at = day.atTime(8, 30);
    return Sender.RECORDS.tell(
        at,
        EventType.RECORD_UPDATED,
        device.id(),
        () -> {
          var payload =
              Payload.of("recordKind", "device").put("app", "import").put("name", device.id());
          payload.putObject("attributes").put("kind", device.kind());
          return Sender.place(payload, device.grid(), device.spot());
        });
  }
}

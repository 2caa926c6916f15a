package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * Registers of the mechanisms (机制台账): points, stations, items of menus and posts of {@code
 * registers.csv}. Some come later, some end; what has a capacity and a load is counted each
 * evening. Nothing happens in the first three days.
 */
final class RegisterStream {

  /** Days before anything of the mechanisms happens. */
  static final int QUIET_DAYS = 3;

  /** Other sub-districts and towns of the district, invented, of which the district tells. */
  private static final List<String> DISTRICT =
      List.of("静澜街道", "临枫街道", "云汀镇", "兰汀街道", "鹭汀街道", "柳湾镇", "霁川街道", "桐溪街道", "芦屿镇", "星澜街道");

  private static final int COUNTED_AT = 18;
  private static final int LATE_DAYS = 240;

  private final Xingqiao xingqiao;
  private final LocalDate begin;
  private final Map<String, List<Facility>> byKind = new TreeMap<>();
  private final Map<LocalDate, List<Facility>> told = new HashMap<>();
  private final Map<LocalDate, List<Facility>> ended = new HashMap<>();

  RegisterStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.begin = xingqiao.options().firstDay().plusDays(QUIET_DAYS);
    for (CSVRecord row : CsvResource.read("registers.csv")) {
      for (int i = 0; i < Integer.parseInt(row.get("count")); i++) {
        add(facility(row, i));
      }
    }
    for (int i = 0; i < DISTRICT.size(); i++) {
      add(elsewhere(DISTRICT.get(i), i));
    }
    xingqiao.sites().forEach(site -> listed("site").add(site(site)));
  }

  private void add(Facility facility) {
    listed(facility.kind()).add(facility);
    told.computeIfAbsent(facility.told(), any -> new ArrayList<>()).add(facility);
    if (facility.until() != null) {
      ended.computeIfAbsent(facility.until(), any -> new ArrayList<>()).add(facility);
    }
  }

  private List<Facility> listed(String kind) {
    return byKind.computeIfAbsent(kind, any -> new ArrayList<>());
  }

  /** Entries of a register that stand on a day; construction sites under kind {@code site}. */
  List<Facility> standing(String kind, LocalDate day) {
    return byKind.getOrDefault(kind, List.of()).stream().filter(one -> one.standsOn(day)).toList();
  }

  /** Grids of these types by their letters, for example {@code SJ}. */
  List<DemoGrid> grids(String letters) {
    return xingqiao.grids().stream().filter(grid -> letters.contains(grid.type().code())).toList();
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    for (Facility one : told.getOrDefault(day, List.of())) {
      events.add(record(one, day.atTime(8, 0).plusSeconds(events.size()), false));
    }
    for (Facility one : ended.getOrDefault(day, List.of())) {
      events.add(record(one, day.atTime(16, 0).plusSeconds(events.size()), true));
    }
    for (List<Facility> all : byKind.values()) {
      all.stream()
          .filter(one -> one.load() > 0 && one.standsOn(day))
          .forEach(one -> events.add(count(one, day)));
    }
    return events;
  }

  private Facility facility(CSVRecord row, int number) {
    String kind = row.get("kind");
    Dice dice = xingqiao.dice("register-" + kind, number);
    List<DemoGrid> grids = grids(row.get("grids"));
    DemoGrid grid = grids.get((number * 5 + kind.length()) % grids.size());
    Map<String, String> attributes =
        new TreeMap<>(Fields.draw(row.get("attributes"), Map.of(), dice));
    if (!row.get("capacity").isEmpty()) {
      attributes.put("capacity", "" + Fields.whole(row.get("capacity"), dice));
    }
    attributes.put("kind", kind);
    boolean late = !row.get("life").equals("stay") && dice.chance(0.45);
    boolean ends = row.get("life").equals("clear");
    LocalDate opens = late ? begin.plusDays(dice.between(1, LATE_DAYS)) : begin;
    String load = row.get("load");
    return new Facility(
        kind,
        String.format(Locale.ROOT, "%s-%02d", kind, number + 1),
        grid.area().aliases().get(0) + row.get("name") + (number + 1) + "号",
        grid,
        dice.pick(grid.spots()),
        load.isEmpty() ? 0 : Double.parseDouble(load) * dice.between(0.75, 1.3),
        opens,
        late ? opens : ends ? begin.minusDays(dice.between(5, 60)) : null,
        ends ? opens.plusDays(dice.between(12, 150)) : null,
        attributes);
  }

  /** What the district tells of another sub-district; it lies in no grid of this one. */
  private Facility elsewhere(String name, int number) {
    Dice dice = xingqiao.dice("register-district-sports", number);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("kind", "district-sports");
    attributes.put("amount", "" + dice.between(22, 71));
    attributes.put("residents", "" + 100 * dice.between(520, 1_310));
    String id = String.format(Locale.ROOT, "district-sports-%02d", number + 1);
    return new Facility("district-sports", id, name, null, null, 0, begin, null, null, attributes);
  }

  /** Sites are on the register of base records already. */
  private static Facility site(Site site) {
    Spot spot = new Spot(site.middle(), site.nameZh());
    return new Facility(
        "site",
        site.id(),
        site.nameZh(),
        site.home(),
        spot,
        0,
        site.firstDay(),
        null,
        site.dayAfter(),
        Map.of());
  }

  private static PlannedEvent record(Facility one, LocalDateTime at, boolean over) {
    return Sender.RECORDS.tell(
        at,
        EventType.RECORD_UPDATED,
        one.id(),
        () -> {
          ObjectNode payload =
              Payload.of("recordKind", "facility").put("app", "import").put("name", one.name());
          ObjectNode fields = payload.putObject("attributes");
          one.attributes().forEach(fields::put);
          if (one.from() != null) {
            payload.put("validFrom", Payload.moment(one.from().atTime(8, 0)));
          }
          if (over) {
            payload.put("validTo", Payload.moment(at));
          }
          return one.grid() == null ? payload : Sender.place(payload, one.grid(), one.spot());
        });
  }

  private PlannedEvent count(Facility one, LocalDate day) {
    Dice dice = xingqiao.dice("count-" + one.id(), day.toEpochDay());
    double share = one.load() * (0.9 + 0.02 * day.getDayOfWeek().getValue());
    long taken = Math.max(0, Math.round(one.capacity() * (share + 0.06 * dice.normal())));
    LocalDateTime at = day.atTime(COUNTED_AT, 0).plusSeconds(one.id().hashCode() & 0x3ff);
    String id = one.id() + "-" + Sender.date(day) + "-telemetry";
    return new PlannedEvent(
        at,
        EventType.DEVICE_TELEMETRY,
        Channel.SENSOR.source(),
        id,
        one.id(),
        () ->
            Payload.of("kind", one.kind())
                .put("metric", "occupied")
                .put("value", (double) taken)
                .put("unit", one.attributes().getOrDefault("unit", "vehicle"))
                .put("areaId", one.grid().id()));
  }
}

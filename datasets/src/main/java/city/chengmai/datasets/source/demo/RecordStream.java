package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Base records (基础数据): all of them on the first day, then a few brought up to date a day. */
final class RecordStream {

  private static final int BUILDINGS = 60;
  private static final int ENTERPRISES = 300;
  private static final double UPDATES_A_DAY = 11;

  private final Xingqiao xingqiao;
  private final List<Building> buildings;
  private final List<Enterprise> enterprises;

  RecordStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.buildings = Building.of(xingqiao, BUILDINGS);
    this.enterprises = Enterprise.of(xingqiao, buildings, ENTERPRISES);
  }

  List<Building> buildings() {
    return buildings;
  }

  List<Enterprise> enterprises() {
    return enterprises;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.equals(xingqiao.options().firstDay())) {
      events.addAll(everything(day));
    }
    Dice dice = xingqiao.dice("records", day.toEpochDay());
    boolean working = xingqiao.options().holidays().isWorkingDay(day);
    for (int left = dice.poisson(working ? UPDATES_A_DAY : 1); left > 0; left--) {
      events.add(update(day, left, dice));
    }
    return events;
  }

  /** One record as it stands. */
  private record Entry(
      String kind, String id, String name, String app, Spot spot, Map<String, String> attributes) {

    ObjectNode payload() {
      ObjectNode payload = Payload.of("recordKind", kind).put("app", app).put("name", name);
      ObjectNode fields = payload.putObject("attributes");
      attributes.forEach(fields::put);
      Payload.putPoint(payload, spot.at());
      return payload.put("address", "星桥街道" + spot.address());
    }
  }

  private List<PlannedEvent> everything(LocalDate day) {
    List<Entry> entries = new ArrayList<>();
    buildings.forEach(building -> entries.add(entry(building)));
    enterprises.forEach(enterprise -> entries.add(entry(enterprise)));
    xingqiao.sites().forEach(site -> entries.add(entry(site)));
    xingqiao.devices().forEach(device -> entries.add(entry(device)));
    List<PlannedEvent> events = new ArrayList<>();
    for (Entry entry : entries) {
      LocalDateTime at = day.atStartOfDay().plusSeconds(events.size());
      events.add(event(at, entry.id() + "-1", entry));
    }
    return events;
  }

  /** Somebody looks at one record, changes a number or only confirms it. */
  private PlannedEvent update(LocalDate day, int number, Dice dice) {
    LocalDateTime at = Rhythm.OFFICE.moment(day, dice);
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    if (dice.chance(0.2)) {
      Building building = dice.pick(buildings);
      Map<String, String> attributes = new TreeMap<>(building.attributes());
      double lettable = Double.parseDouble(attributes.get("lettableArea"));
      attributes.put("letArea", "" + Math.round(lettable * dice.between(0.35, 0.9)));
      Entry entry = entry(building);
      return event(at, entry.id() + "-" + date + number, with(entry, "street-front", attributes));
    }
    Enterprise enterprise = dice.pick(enterprises);
    Map<String, String> attributes = new TreeMap<>(enterprise.attributes());
    attributes.put("employees", "" + Math.round(dice.logNormal(14, 1.0) + 1));
    attributes.put("status", dice.chance(0.04) ? "moved-out" : "open");
    Entry entry = entry(enterprise);
    return event(
        at, entry.id() + "-" + date + number, with(entry, "enterprise-service", attributes));
  }

  private static Entry with(Entry entry, String app, Map<String, String> attributes) {
    return new Entry(entry.kind(), entry.id(), entry.name(), app, entry.spot(), attributes);
  }

  private static Entry entry(Building building) {
    return new Entry(
        "building",
        building.id(),
        building.name(),
        "import",
        building.spot(),
        building.attributes());
  }

  private static Entry entry(Enterprise enterprise) {
    return new Entry(
        "enterprise",
        enterprise.id(),
        enterprise.name(),
        "import",
        enterprise.spot(),
        enterprise.attributes());
  }

  private static Entry entry(Site site) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("firstDay", site.firstDay().toString());
    attributes.put("overlayGrid", site.overlayId());
    attributes.put("permittedHours", "06:00-22:00");
    attributes.put("phase", site.overlayId().isEmpty() ? "finishing" : "structure");
    if (!site.overlayId().isEmpty()) {
      attributes.put("gridWorker", "网格员岗 " + site.overlayId());
      attributes.put("safetyOfficer", "安监员岗 " + site.overlayId());
      attributes.put("enforcementOfficer", "执法员岗 " + site.overlayId());
    }
    Spot spot = new Spot(site.middle(), site.nameZh());
    return new Entry("site", site.id(), site.nameZh(), "import", spot, attributes);
  }

  private static Entry entry(DemoDevice device) {
    Map<String, String> attributes = new TreeMap<>(Map.of("kind", device.kind()));
    return new Entry("device", device.id(), device.id(), "import", device.spot(), attributes);
  }

  private static PlannedEvent event(LocalDateTime at, String id, Entry entry) {
    String source =
        switch (entry.app()) {
          case "enterprise-service" -> Channel.VISIT.source();
          case "street-front" -> Channel.PATROL.source();
          default -> "demo/records";
        };
    return new PlannedEvent(at, EventType.RECORD_UPDATED, source, id, entry.id(), entry::payload);
  }
}

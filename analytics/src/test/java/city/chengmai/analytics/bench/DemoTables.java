package city.chengmai.analytics.bench;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.demo.DemoCity;
import city.chengmai.datasets.source.demo.DemoOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The events of the demo city folded into the tables that alert rules read: areas, cases, rounds,
 * readings. Each case and device lies in the grid that the generator put it into.
 */
final class DemoTables {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String CASE = "cn.grid.case.";

  private final City city;
  private final Instant end;
  private final Map<String, Map<String, Object>> cases = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> rounds = new LinkedHashMap<>();
  private final List<StoredRow> readings = new ArrayList<>();
  private final Map<String, List<Instant>> heard = new HashMap<>();

  private DemoTables(DemoOptions options, int days) {
    this.city = DemoCity.create(options);
    this.end = options.firstDay().plusDays(days).atStartOfDay(DemoOptions.ZONE).toInstant();
  }

  /** Lives through so many days of a city and writes them. */
  static DemoTables write(EngineFixture engine, DemoOptions options, int days) {
    DemoTables tables = new DemoTables(options, days);
    tables.live();
    tables.write(engine, options.firstDay(), options.firstDay().plusDays(days));
    return tables;
  }

  /** When each device was heard, in order. */
  Map<String, List<Instant>> heard() {
    return heard;
  }

  /** Base grids. */
  List<String> grids() {
    return city.areas().baseGrids().stream().map(area -> area.id()).toList();
  }

  private void live() {
    Iterator<FeedRecord> feed = city.feed().from(0);
    while (true) {
      for (Event event : feed.next().events()) {
        if (!event.time().isBefore(end)) {
          return;
        }
        take(event);
      }
    }
  }

  private void take(Event event) {
    String type = event.type().wireName();
    if (type.startsWith(CASE)) {
      takeCase(event, type.substring(CASE.length()));
    } else if (type.startsWith("cn.grid.patrol.")) {
      takeRound(event, type);
    } else if (type.startsWith("cn.grid.device.")) {
      takeDevice(event, type);
    }
  }

  private void takeCase(Event event, String step) {
    Map<String, Object> row = cases.computeIfAbsent(event.subject(), this::newCase);
    String at = MOMENT.format(event.time());
    JsonNode data = event.data();
    row.put("updated_at", at);
    row.put("recorded_at", at);
    switch (step) {
      case "reported" -> {
        row.put("reported_at", at);
        row.put("category", data.get("category").asText());
        if (data.has("point")) {
          row.put("longitude", data.get("point").get("longitude").asDouble());
          row.put("latitude", data.get("point").get("latitude").asDouble());
        }
      }
      case "filed" -> {
        row.put("filed_at", at);
        row.put("due_at", due(data));
      }
      case "extended" -> row.put("due_at", due(data));
      case "disposed" -> row.put("disposed_at", at);
      case "closed" -> row.put("closed_at", at);
      case "reopened" -> row.put("closed_at", null);
      case "cancelled" -> row.put("cancelled_at", at);
      default -> row.put("stage", step);
    }
  }

  private Map<String, Object> newCase(String id) {
    Map<String, Object> row = new LinkedHashMap<>();
    String part = id.substring(id.indexOf('-') + 1, id.lastIndexOf('-'));
    row.put("case_id", id);
    row.put(
        "grid",
        grids().stream().filter(grid -> grid.substring(3).equals(part)).findFirst().orElseThrow());
    row.put("version", 1);
    return row;
  }

  private static String due(JsonNode data) {
    return MOMENT.format(OffsetDateTime.parse(data.get("dueAt").asText()).toInstant());
  }

  private void takeRound(Event event, String type) {
    Map<String, Object> row =
        rounds.computeIfAbsent(event.subject(), id -> new LinkedHashMap<>(Map.of("round_id", id)));
    String at = MOMENT.format(event.time());
    row.put("recorded_at", at);
    row.put("version", 1);
    if (type.endsWith("planned")) {
      row.put("grid", event.data().get("areaId").asText());
      row.put(
          "planned_for",
          MOMENT.format(OffsetDateTime.parse(event.data().get("plannedFor").asText()).toInstant()));
    } else if (type.endsWith("completed")) {
      row.put("completed_at", at);
    }
  }

  private void takeDevice(Event event, String type) {
    heard.computeIfAbsent(event.subject(), id -> new ArrayList<>()).add(event.time());
    if (!type.endsWith("telemetry")) {
      return;
    }
    JsonNode data = event.data();
    String at = MOMENT.format(event.time());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("device_id", event.subject());
    row.put("kind", data.get("kind").asText());
    row.put("metric", data.get("metric").asText());
    row.put("grid", data.path("areaId").asText(""));
    row.put("observed_at", at);
    row.put("value", data.get("value").asDouble());
    row.put("unit", data.get("unit").asText());
    row.put("source", event.source());
    row.put("id", event.id());
    row.put("recorded_at", at);
    row.put("version", 1);
    readings.add(() -> row);
  }

  private void write(EngineFixture engine, LocalDate first, LocalDate last) {
    List<StoredRow> areas = new ArrayList<>();
    city.areas()
        .areas()
        .forEach(
            area ->
                areas.add(
                    () ->
                        area(
                            area.id(),
                            area.parentId().orElse(""),
                            area.level().wireName(),
                            area.gridType().map(type -> type.wireName()).orElse(""),
                            area.overlay())));
    TableWriter.write(engine.store(), "areas", areas.iterator());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("city", "demo");
    row.put("zone", DemoOptions.ZONE.getId());
    row.put("clock", "system");
    row.put("first_day", first.toString());
    row.put("last_day", last.toString());
    row.put("version", 1);
    StoredRow described = () -> row;
    TableWriter.write(engine.store(), "cities", List.of(described).iterator());
    TableWriter.write(engine.store(), "cases", rows(cases));
    TableWriter.write(engine.store(), "patrol_rounds", rows(rounds));
    TableWriter.write(engine.store(), "observations", readings.iterator());
  }

  private static Iterator<StoredRow> rows(Map<String, Map<String, Object>> all) {
    return all.values().stream().map(row -> (StoredRow) () -> row).iterator();
  }

  private static Map<String, Object> area(
      String id, String parent, String level, String type, boolean overlay) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("area_id", id);
    row.put("parent_id", parent);
    row.put("level", level);
    row.put("grid_type", type);
    row.put("overlay", overlay ? 1 : 0);
    row.put("valid_from", "2020-01-01");
    row.put("version", 1);
    return row;
  }
}

package city.chengmai.analytics.bench;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.demo.DemoCity;
import city.chengmai.datasets.source.demo.DemoOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The events of the demo city in the tables that computing models bring together and that alerts
 * behind suggestions rest on, as ingest folds them. Everything lies in the grid that the generator
 * put it into.
 */
public final class DemoPool {

  private static final Set<EventType> TOLD =
      Set.of(
          EventType.CASE_DISPATCHED,
          EventType.CASE_RETURNED,
          EventType.COMPONENT_INSPECTED,
          EventType.ENTERPRISE_UPDATED,
          EventType.RECORD_UPDATED);

  private final City city;
  private final RuleFixture fixture;
  private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<Coordinate, String> grids = new HashMap<>();

  private DemoPool(City city, RuleFixture fixture) {
    this.city = city;
    this.fixture = fixture;
  }

  /** Lives through so many days of a city and writes them; returns its base grids. */
  public static List<String> write(RuleFixture fixture, DemoOptions options, int days) {
    City city = DemoCity.create(options);
    DemoPool pool = new DemoPool(city, fixture);
    Instant end = options.firstDay().plusDays(days).atStartOfDay(DemoOptions.ZONE).toInstant();
    Iterator<FeedRecord> feed = city.feed().from(0);
    for (boolean over = false; !over; ) {
      for (Event event : feed.next().events()) {
        over = over || !event.time().isBefore(end);
        if (!over) {
          pool.take(event);
        }
      }
    }
    pool.flush();
    return city.areas().baseGrids().stream().map(area -> area.id()).toList();
  }

  private void take(Event event) {
    JsonNode data = event.data();
    if (TOLD.contains(event.type())) {
      fixture.event(
          event.id(),
          event.type().wireName(),
          event.subject(),
          grid(event),
          event.time(),
          data.toString());
    }
    switch (event.type()) {
      case CASE_REPORTED ->
          fold("cases", "case_id", event)
              .putAll(
                  Map.of(
                      "category",
                      text(data, "category"),
                      "reported_at",
                      event.time(),
                      "channel",
                      text(data, "channel"),
                      "order_id",
                      text(data, "orderId"),
                      "address",
                      text(data, "address"),
                      "description",
                      text(data, "description")));
      case CASE_FILED ->
          fold("cases", "case_id", event)
              .putAll(
                  Map.of(
                      "level",
                      text(data, "level"),
                      "filed_at",
                      event.time(),
                      "due_at",
                      OffsetDateTime.parse(text(data, "dueAt")).toInstant()));
      case CASE_RETURNED ->
          fold("cases", "case_id", event).merge("returns", 1, (a, b) -> (int) a + (int) b);
      case CASE_CLOSED -> fold("cases", "case_id", event).put("closed_at", event.time());
      case CASE_REOPENED -> fold("cases", "case_id", event).put("closed_at", null);
      case CASE_CANCELLED -> fold("cases", "case_id", event).put("cancelled_at", event.time());
      case ORDER_RECEIVED -> order(event, data);
      case ORDER_REPLIED ->
          fold("hotline_orders", "order_id", event).put("outcome", text(data, "outcome"));
      case VISIT_HELD -> visit(event, data);
      case APPEAL_RAISED ->
          fold("appeals", "appeal_id", event)
              .putAll(
                  Map.of("enterprise_id", text(data, "enterpriseId"), "raised_at", event.time()));
      case PACKAGE_DELIVERED ->
          fold("service_packages", "package_id", event)
              .putAll(
                  Map.of(
                      "enterprise_id", text(data, "enterpriseId"), "delivered_at", event.time()));
      case ENFORCEMENT_INSPECTION ->
          fold("enforcement_actions", "action_id", event)
              .putAll(
                  Map.of(
                      "kind",
                      "inspection",
                      "enterprise_id",
                      text(data, "enterpriseId"),
                      "acted_at",
                      event.time()));
      case COMPLAINT_RECEIVED -> complaint(event, data);
      case COMPONENT_REGISTERED ->
          fold("components", "component_id", event).put("category", text(data, "category"));
      case RECORD_UPDATED -> record(event, data);
      case PATROL_PLANNED ->
          fold("patrol_rounds", "round_id", event)
              .put("planned_for", OffsetDateTime.parse(text(data, "plannedFor")).toInstant());
      case PATROL_COMPLETED ->
          fold("patrol_rounds", "round_id", event).put("completed_at", event.time());
      case DEVICE_TELEMETRY -> reading(event, data);
      default -> {
        // Nothing asks for it.
      }
    }
  }

  private void order(Event event, JsonNode data) {
    Map<String, Object> row = fold("hotline_orders", "order_id", event);
    row.put("category", text(data, "category"));
    row.put("received_at", event.time());
    row.put("case_id", text(data, "caseId"));
    row.put("caller_hash", "hash-" + data.path("caller").path("phone").asText());
  }

  private void visit(Event event, JsonNode data) {
    Map<String, Object> row = fold("visits", "visit_id", event);
    row.put("target_type", text(data, "targetType"));
    row.put("target_id", text(data, "targetId"));
    row.put("minutes", data.path("minutes").asLong());
    row.put("held_at", event.time());
  }

  private void complaint(Event event, JsonNode data) {
    Map<String, Object> row = fold("site_complaints", "complaint_id", event);
    row.put("site_id", text(data, "siteId"));
    row.put("permitted_from", text(data, "permittedFrom"));
    row.put("permitted_until", text(data, "permittedUntil"));
    row.put("received_at", event.time());
    if (data.has("heardAt")) {
      row.put("heard_at", OffsetDateTime.parse(text(data, "heardAt")).toInstant());
    }
  }

  private void record(Event event, JsonNode data) {
    Map<String, Object> row = fold("registry", "record_id", event);
    row.put("record_kind", text(data, "recordKind"));
    Map<String, String> attributes = new LinkedHashMap<>();
    data.get("attributes")
        .properties()
        .forEach(field -> attributes.put(field.getKey(), field.getValue().asText()));
    row.put("attributes", attributes);
    row.put("updated_at", event.time());
  }

  private void reading(Event event, JsonNode data) {
    fixture.row(
        "observations",
        "device_id",
        event.subject(),
        "kind",
        text(data, "kind"),
        "metric",
        text(data, "metric"),
        "grid",
        text(data, "areaId"),
        "observed_at",
        event.time(),
        "value",
        data.get("value").asDouble(),
        "source",
        event.source(),
        "id",
        event.id());
  }

  private Map<String, Object> fold(String table, String key, Event event) {
    String id = table + " " + event.subject();
    keys.putIfAbsent(id, key);
    Map<String, Object> row = rows.computeIfAbsent(id, any -> new LinkedHashMap<>());
    JsonNode data = event.data();
    if (data.has("point") && !table.equals("registry") && !table.equals("service_packages")) {
      row.put("longitude", data.get("point").get("longitude").asDouble());
      row.put("latitude", data.get("point").get("latitude").asDouble());
    }
    String grid = grid(event);
    if (!grid.isEmpty()) {
      row.put("grid", grid);
    }
    return row;
  }

  /** As the event names it, else where its point lies. */
  private String grid(Event event) {
    JsonNode data = event.data();
    if (data.has("areaId")) {
      return text(data, "areaId");
    }
    if (event.type().wireName().startsWith("cn.grid.case.")) {
      return "xq-" + event.subject().substring(10, 13);
    }
    return data.has("point")
        ? grids.computeIfAbsent(
            new Coordinate(
                data.get("point").get("longitude").asDouble(),
                data.get("point").get("latitude").asDouble()),
            this::gridAt)
        : "";
  }

  private String gridAt(Coordinate at) {
    Point point = new GeometryFactory().createPoint(at);
    return city.areas().baseGrids().stream()
        .filter(area -> area.boundary().covers(point))
        .map(Area::id)
        .findFirst()
        .orElse("");
  }

  private void flush() {
    rows.forEach(
        (id, row) -> {
          String table = id.substring(0, id.indexOf(' '));
          List<Object> columns = new ArrayList<>();
          columns.add(keys.get(id));
          columns.add(id.substring(id.indexOf(' ') + 1));
          if (!table.equals("appeals") && !table.equals("service_packages")) {
            row.forEach((name, value) -> columns.addAll(Arrays.asList(name, value)));
          } else {
            row.entrySet().stream()
                .filter(column -> !column.getKey().endsWith("itude"))
                .forEach(column -> columns.addAll(List.of(column.getKey(), column.getValue())));
          }
          fixture.row(table, columns.toArray());
        });
    fixture.flush();
  }

  private static String text(JsonNode data, String field) {
    return data.path(field).asText("");
  }
}

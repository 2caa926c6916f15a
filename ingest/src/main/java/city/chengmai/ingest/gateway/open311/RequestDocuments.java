package city.chengmai.ingest.gateway.open311;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Cases as the specification writes service requests, times in the city's zone. */
final class RequestDocuments {

  private static final String ROOT = "service_requests";

  // Seconds are written even when they are zero, unlike ISO_OFFSET_DATE_TIME of a minute.
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private final Services services;
  private final ZoneId zone;

  RequestDocuments(Services services, ZoneId zone) {
    this.services = services;
    this.zone = zone;
  }

  Document requests(List<ObjectNode> rows, Words words) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> list.add(request(row, words)));
    return new Document(ROOT, list);
  }

  /** What the client gets for a request that Kafka has. */
  static Document filed(String id, Words words) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    list.addObject()
        .put("service_request_id", id)
        .put("service_notice", words.of("notice.filed"))
        .putNull("account_id");
    return new Document(ROOT, list);
  }

  static Document token(String id) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    list.addObject().put("service_request_id", id).put("token", id);
    return new Document(ROOT, list);
  }

  private ObjectNode request(JsonNode row, Words words) {
    String category = row.path("category").asText();
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("service_request_id", row.path("case_id").asText());
    request.put("status", row.path("status").asText());
    put(request, "status_notes", words.of("stage." + row.path("stage").asText()));
    request.put("service_name", services.name(category, words));
    request.put("service_code", Services.code(category));
    put(request, "description", row.path("description").asText());
    put(request, "agency_responsible", row.path("unit").asText());
    request.putNull("service_notice");
    request.put("requested_datetime", moment(row.path("requested")));
    request.put("updated_datetime", moment(row.path("updated")));
    put(
        request,
        "expected_datetime",
        row.path("expected").isNull() ? "" : moment(row.path("expected")));
    put(request, "address", row.path("address").asText());
    request.putNull("address_id").putNull("zipcode");
    request.set("lat", row.path("latitude"));
    request.set("long", row.path("longitude"));
    return request.putNull("media_url");
  }

  private static void put(ObjectNode request, String name, String text) {
    request.put(name, text.isEmpty() ? null : text);
  }

  private String moment(JsonNode milliseconds) {
    Instant moment = Instant.ofEpochMilli(milliseconds.asLong());
    return OffsetDateTime.ofInstant(moment, zone).format(MOMENT);
  }
}

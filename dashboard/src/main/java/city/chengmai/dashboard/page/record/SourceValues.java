package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.query.FileQueries.FileEventRow;
import city.chengmai.dashboard.record.FieldValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each app or source told last of the fields of one record (各来源口径). */
final class SourceValues {

  /**
   * What a source told last.
   *
   * @param source app, or the source of the event where it names no app
   */
  record Told(String source, String value, Instant at) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private SourceValues() {}

  /**
   * Fields of which sources tell different values, in the order given, with the latest word of each
   * source, latest first.
   *
   * @param events newest first
   */
  static Map<String, List<Told>> differing(
      List<FileEventRow> events, String kind, Collection<String> fields) {
    Map<String, Map<String, Told>> told = new LinkedHashMap<>();
    fields.forEach(field -> told.put(field, new LinkedHashMap<>()));
    for (FileEventRow event : events) {
      JsonNode data = payload(event);
      JsonNode recordKind = data.path("recordKind");
      if (recordKind.isMissingNode() || recordKind.asText().equals(kind)) {
        String app = data.path("app").asText("");
        fields.forEach(
            field ->
                take(told.get(field), app.isEmpty() ? event.source() : app, field, data, event));
      }
    }
    Map<String, List<Told>> differing = new LinkedHashMap<>();
    told.forEach(
        (field, words) -> {
          List<Told> all = new ArrayList<>(words.values());
          if (all.stream().anyMatch(one -> !FieldValue.same(one.value(), all.get(0).value()))) {
            differing.put(field, all);
          }
        });
    return differing;
  }

  private static void take(
      Map<String, Told> words, String source, String field, JsonNode data, FileEventRow event) {
    JsonNode value = data.has(field) ? data.get(field) : data.path("attributes").path(field);
    if (value.isValueNode() && !value.asText().isBlank()) {
      words.putIfAbsent(source, new Told(source, value.asText(), event.occurredAt()));
    }
  }

  private static JsonNode payload(FileEventRow event) {
    try {
      return JSON.readTree(event.data());
    } catch (IOException unreadable) {
      return JSON.createObjectNode();
    }
  }
}

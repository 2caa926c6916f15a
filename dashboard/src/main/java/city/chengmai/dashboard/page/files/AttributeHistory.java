package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.query.FileQueries.FileEventRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the fields of one record came to be what they are, folded from its events in their order. Of
 * an event's members only the declared fields count, and the free attributes of base records;
 * persons never do.
 */
public final class AttributeHistory {

  /**
   * A value that was told and differs from the one before.
   *
   * @param before empty when there was none
   * @param app app it was told with; may be empty
   */
  public record Change(Instant at, String field, String before, String after, String app) {}

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final String kind;
  private final Set<String> fields;
  private final Map<String, String> values = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();

  private AttributeHistory(String kind, Set<String> fields) {
    this.kind = kind;
    this.fields = fields;
  }

  /**
   * The changes of one record, oldest first.
   *
   * @param events newest first, as the store gives them
   * @param kind kind of the record
   * @param fields declared fields
   */
  public static List<Change> of(List<FileEventRow> events, String kind, Set<String> fields) {
    AttributeHistory history = new AttributeHistory(kind, fields);
    List<FileEventRow> ordered = new ArrayList<>(events);
    Collections.reverse(ordered);
    ordered.forEach(history::take);
    return history.changes;
  }

  private void take(FileEventRow event) {
    JsonNode payload = payload(event);
    JsonNode recordKind = payload.path("recordKind");
    if (!recordKind.isMissingNode() && !recordKind.asText().equals(kind)) {
      return;
    }
    String app = payload.path("app").asText("");
    payload.path("changes").forEach(change -> corrected(event, change, app));
    for (Map.Entry<String, JsonNode> member : payload.properties()) {
      if (fields.contains(member.getKey()) && member.getValue().isValueNode()) {
        told(event, member.getKey(), member.getValue().asText(), app);
      }
    }
    for (Map.Entry<String, JsonNode> one : payload.path("attributes").properties()) {
      told(event, one.getKey(), one.getValue().asText(), app);
    }
  }

  /** A change may tell what stood before the first event that we have, and what was removed. */
  private void corrected(FileEventRow event, JsonNode change, String app) {
    String field = change.path("field").asText("");
    if (!fields.contains(field)) {
      return;
    }
    if (change.hasNonNull("before")) {
      values.putIfAbsent(field, change.get("before").asText());
    }
    if (change.hasNonNull("after")) {
      told(event, field, change.get("after").asText(), app);
    }
  }

  private void told(FileEventRow event, String field, String value, String app) {
    String before = values.put(field, value);
    if (!same(before == null ? "" : before, value)) {
      changes.add(new Change(event.occurredAt(), field, before == null ? "" : before, value, app));
    }
  }

  /** One source writes 120, another 120.0. */
  private static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return Double.compare(Double.parseDouble(one), Double.parseDouble(other)) == 0;
    } catch (NumberFormatException words) {
      return false;
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

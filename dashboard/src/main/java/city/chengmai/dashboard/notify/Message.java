package city.chengmai.dashboard.notify;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What is told, in both languages.
 *
 * @param id name of the delivery: the same for every try
 * @param subjectZh one line
 * @param subjectEn one line
 * @param textZh several lines
 * @param textEn several lines
 * @param total alerts that it tells of
 * @param alerts the first of them
 */
public record Message(
    String id,
    Occasion occasion,
    String channel,
    String createdAt,
    String subjectZh,
    String subjectEn,
    String textZh,
    String textEn,
    int total,
    List<JsonObject> alerts) {

  /** Copies. */
  public Message {
    alerts = List.copyOf(alerts);
  }

  /** The body of a webhook. */
  String json() {
    return new JsonObject()
        .put("id", id)
        .put("occasion", occasion.wireName())
        .put("channel", channel)
        .put("createdAt", createdAt)
        .put("subjectZh", subjectZh)
        .put("subjectEn", subjectEn)
        .put("textZh", textZh)
        .put("textEn", textEn)
        .put("total", total)
        .put("alerts", new JsonArray(alerts))
        .encode();
  }
}

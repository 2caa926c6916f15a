package city.chengmai.dashboard.notify;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

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
 * @param bulletin what it tells of instead, where it is about a bulletin
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
    List<JsonObject> alerts,
    Optional<Enclosed> bulletin) {

  /**
   * A bulletin and its documents.
   *
   * @param about identifier, number of the edition and addresses
   */
  record Enclosed(JsonObject about, List<Document> documents) {
    /** Copies. */
    Enclosed {
      documents = List.copyOf(documents);
    }
  }

  /** A PDF that goes along with a mail. */
  record Document(String fileName, Buffer content) {}

  /** A message about alerts. */
  Message(
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
    this(
        id,
        occasion,
        channel,
        createdAt,
        subjectZh,
        subjectEn,
        textZh,
        textEn,
        total,
        alerts,
        Optional.empty());
  }

  /** Copies. */
  public Message {
    alerts = List.copyOf(alerts);
  }

  /** The body of a webhook. */
  String json() {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("occasion", occasion.wireName())
            .put("channel", channel)
            .put("createdAt", createdAt)
            .put("subjectZh", subjectZh)
            .put("subjectEn", subjectEn)
            .put("textZh", textZh)
            .put("textEn", textEn)
            .put("total", total)
            .put("alerts", new JsonArray(alerts));
    bulletin.ifPresent(enclosed -> json.put("bulletin", enclosed.about()));
    return json.encode();
  }
}

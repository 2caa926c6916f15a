package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import city.chengmai.ingest.privacy.FreeText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What became of one event of a request.
 *
 * @param correlation under which logs and pages know it; empty when source or id could not be read,
 *     or when they hold a person, whom the topology takes out
 * @param id its id, empty when none could be read
 * @param state what became of it
 * @param reason why, in the words of dead letters; empty when accepted
 * @param sentence the same for a person; empty when accepted
 */
record EventResult(String correlation, String id, State state, String reason, String sentence) {

  /** How an event can end. */
  enum State {
    /** Kafka has it. */
    ACCEPTED,
    /** It will not be taken as it is. */
    REFUSED,
    /** Kafka did not say in time: it may or may not be there, and may be sent again. */
    UNCONFIRMED
  }

  static EventResult accepted(String source, String id) {
    return new EventResult(correlation(source, id), id, State.ACCEPTED, "", "");
  }

  static EventResult refused(String source, String id, String reason, String sentence) {
    return new EventResult(correlation(source, id), id, State.REFUSED, reason, sentence);
  }

  static EventResult unconfirmed(String source, String id, String fault) {
    return new EventResult(
        correlation(source, id),
        id,
        State.UNCONFIRMED,
        "unconfirmed",
        "Kafka did not acknowledge it ("
            + fault
            + "). Send it again under the same id: should it have arrived after all, the second"
            + " one is dropped");
  }

  private static String correlation(String source, String id) {
    boolean known = !source.isEmpty() && !id.isEmpty();
    boolean personal = FreeText.isPersonal(source) || FreeText.isPersonal(id);
    return known && !personal ? CorrelationId.of(source, id) : "";
  }

  String outcome() {
    return state == State.ACCEPTED ? GatewayMetrics.ACCEPTED : reason;
  }

  ObjectNode toJson(int index) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("index", index).put("id", id);
    if (!correlation.isEmpty()) {
      json.put(CorrelationId.KEY, correlation);
    }
    json.put("state", state.name().toLowerCase(Locale.ROOT));
    if (state != State.ACCEPTED) {
      json.put("reason", reason).put("sentence", sentence);
    }
    return json;
  }
}

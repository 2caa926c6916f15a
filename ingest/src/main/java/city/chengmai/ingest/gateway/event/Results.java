package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.gateway.event.EventResult.State;
import city.chengmai.ingest.gateway.http.Answer;
import city.chengmai.ingest.gateway.http.Problem;
import city.chengmai.ingest.gateway.http.RequestRefused;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From what became of the events to the HTTP answer.
 *
 * <pre>
 * all accepted                       202
 * at least one unconfirmed           503: send all of it again, what was accepted is dropped as repeated
 * some accepted, the others refused  207
 * none accepted                      400, one alone also 413 or 403
 * </pre>
 */
final class Results {

  private static final String JSON = "application/json";
  private static final Set<String> FORBIDDEN = Set.of("source-not-allowed", "type-not-allowed");
  private static final Duration RETRY = Duration.ofSeconds(5);

  private Results() {}

  static Answer ofOne(EventResult result) {
    ArrayNode list = list(List.of(result));
    return switch (result.state()) {
      case ACCEPTED -> results(202, list);
      case UNCONFIRMED -> unconfirmed(result.sentence(), list);
      case REFUSED ->
          Problem.of(
              status(result.reason()), result.reason(), result.sentence(), Map.of("results", list));
    };
  }

  static Answer ofBatch(List<EventResult> results) {
    ArrayNode list = list(results);
    long accepted = count(results, State.ACCEPTED);
    if (accepted == results.size()) {
      return results(202, list);
    }
    long unconfirmed = count(results, State.UNCONFIRMED);
    if (unconfirmed > 0) {
      return unconfirmed(
          "Kafka did not acknowledge "
              + unconfirmed
              + " of "
              + results.size()
              + " events; send the batch again, what is there already is dropped",
          list);
    }
    return accepted > 0
        ? results(207, list)
        : Problem.of(
            400,
            "all-refused",
            "none of the " + results.size() + " events can be taken; see results",
            Map.of("results", list));
  }

  private static int status(String reason) {
    if (reason.equals(DeadLetterReason.TOO_LARGE.wireName())) {
      return 413;
    }
    return FORBIDDEN.contains(reason) ? 403 : 400;
  }

  private static Answer unconfirmed(String sentence, ArrayNode list) {
    return Problem.of(503, "unconfirmed", sentence, Map.of("results", list))
        .with("Retry-After", RequestRefused.seconds(RETRY));
  }

  private static Answer results(int status, ArrayNode list) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("results", list);
    return Answer.of(status, JSON, body.toString());
  }

  private static ArrayNode list(List<EventResult> results) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (EventResult result : results) {
      list.add(result.toJson(list.size()));
    }
    return list;
  }

  private static long count(List<EventResult> results, State state) {
    return results.stream().filter(result -> result.state() == state).count();
  }
}

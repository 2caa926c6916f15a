package city.chengmai.ingest.intake;

import city.chengmai.datasets.event.DeadLetterReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads the attributes of one CloudEvent in structured JSON. */
final class Attributes {

  private static final int LONGEST = 512;

  private final JsonNode envelope;

  Attributes(JsonNode envelope) {
    this.envelope = envelope;
  }

  String text(String name) throws Refusal {
    JsonNode value = envelope.get(name);
    if (value == null || !value.isTextual() || value.textValue().isBlank()) {
      throw missing(name, value, "a text that is not blank");
    }
    if (value.textValue().length() > LONGEST) {
      throw missing(name, value, "at most " + LONGEST + " characters");
    }
    return value.textValue();
  }

  String optionalText(String name) {
    JsonNode value = envelope.get(name);
    return value == null || !value.isTextual() ? "" : value.textValue();
  }

  Instant time() throws Refusal {
    try {
      Instant time = Rfc3339.parse(text("time"));
      if (time.isBefore(Instant.EPOCH)) {
        throw missing("time", envelope.get("time"), "a moment after 1970");
      }
      return time;
    } catch (DateTimeException e) {
      throw missing("time", envelope.get("time"), "a moment as in RFC 3339, with offset");
    }
  }

  void requireVersion() throws Refusal {
    if (!"1.0".equals(text("specversion"))) {
      throw missing("specversion", envelope.get("specversion"), "1.0");
    }
  }

  JsonNode data() throws Refusal {
    JsonNode data = envelope.get("data");
    if (data == null || !data.isObject()) {
      throw missing("data", data, "a JSON object");
    }
    return data;
  }

  private static Refusal missing(String name, JsonNode seen, String expected) {
    return new Refusal(
        DeadLetterReason.MISSING_ATTRIBUTE,
        "attribute \"" + name + "\": seen " + kind(seen) + ", expected " + expected);
  }

  private static String kind(JsonNode seen) {
    return seen == null ? "nothing" : seen.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}

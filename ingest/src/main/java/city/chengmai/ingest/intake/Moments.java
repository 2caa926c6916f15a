package city.chengmai.ingest.intake;

import city.chengmai.datasets.event.DeadLetterReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * The moments inside payloads. JSON Schema 2020-12 takes {@code format: date-time} as a remark, so
 * it is checked here.
 */
public final class Moments {

  private static final List<String> NAMES =
      List.of("dueAt", "plannedFor", "validFrom", "validTo", "heardAt", "startedAt", "lastEventAt");

  /** The moments that a DateTime64(3) column can hold without surprise. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Moments() {}

  /** The moment of this name, or null when absent. */
  public static Instant read(JsonNode data, String name) {
    JsonNode value = data.get(name);
    return value == null ? null : Rfc3339.parse(value.textValue());
  }

  static void requireReadable(JsonNode data) throws Refusal {
    for (String name : NAMES) {
      if (data.has(name) && !isReadable(data, name)) {
        throw new Refusal(
            DeadLetterReason.SCHEMA_VIOLATION,
            "/" + name + ": expected a moment as in RFC 3339, with offset, from 1970 to 2199");
      }
    }
  }

  private static boolean isReadable(JsonNode data, String name) {
    try {
      Instant moment = read(data, name);
      return !moment.isBefore(Instant.EPOCH) && moment.isBefore(LATEST);
    } catch (DateTimeException e) {
      return false;
    }
  }
}

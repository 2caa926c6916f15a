package city.chengmai.ingest;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Events of the test city, written as short as possible. */
public final class TestEvents {

  public static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestEvents() {}

  /** An event so many minutes past noon, its payload in JSON with single quotes. */
  public static Event event(EventType type, String subject, int minutes, String data) {
    String id = subject + "-" + type.localName() + "-" + minutes;
    return event(id, type, subject, minutes, data);
  }

  public static Event event(String id, EventType type, String subject, int minutes, String data) {
    try {
      return new Event(
          "urn:test",
          id,
          type,
          subject,
          NOON.plusSeconds(60L * minutes),
          JSON.readTree(data.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(data, e);
    }
  }

  public static Event reported(String caseId, int minutes) {
    return event(
        EventType.CASE_REPORTED,
        caseId,
        minutes,
        "{'category':'street-order','channel':'patrol','description':'Bike on the pavement',"
            + "'point':{'longitude':121.415,'latitude':31.21}}");
  }

  public static byte[] bytes(Event event) {
    return EventCodec.encode(event);
  }

  public static byte[] key(Event event) {
    return event.subject().getBytes(StandardCharsets.UTF_8);
  }
}

package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Received;
import city.chengmai.ingest.lifecycle.Sighting;
import city.chengmai.ingest.place.Place;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * An event that waits for what has to come before it.
 *
 * @param checked the event
 * @param place where it was located
 * @param recordedAt ingest time
 * @param wallMillis the machine's time when it came
 * @param streamMillis latest event time of its partition when it came
 * @param letterId id of the dead letter it may become
 * @param missing what it waits for, for people
 */
record Parked(
    Checked checked,
    Place place,
    Instant recordedAt,
    long wallMillis,
    long streamMillis,
    String letterId,
    String missing) {

  /** What overtakes within a gateway, a producer or a broker that stalls is behind by less. */
  static final Duration SHORTEST_WAIT = Duration.ofSeconds(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  Event event() {
    return checked.received().event();
  }

  Sighting sighting() {
    return new Sighting(event(), place, recordedAt);
  }

  /**
   * Whether it has waited too long by the city's clock, the machine's or that of the events; but
   * never less than {@link #SHORTEST_WAIT} by the machine's: a day of a replay passes in a second,
   * and what overtook on its way is a moment behind.
   */
  boolean isOverdue(Duration limit, Instant now, long wallNow, long streamNow) {
    long longest = limit.toMillis();
    long waited = wallNow - wallMillis;
    boolean passed =
        now.toEpochMilli() - recordedAt.toEpochMilli() >= longest
            || waited >= longest
            || streamNow - streamMillis >= longest;
    return passed && waited >= Math.min(longest, SHORTEST_WAIT.toMillis());
  }

  byte[] toBytes() {
    ObjectNode node = JSON.createObjectNode();
    node.set("envelope", checked.envelope());
    node.put("grid", place.grid()).put("overlay", place.overlayGrid());
    node.put("longitude", place.longitude()).put("latitude", place.latitude());
    node.put("bytes", checked.bytes()).put("recorded", recordedAt.toEpochMilli());
    node.put("wall", wallMillis).put("stream", streamMillis);
    node.put("letter", letterId).put("missing", missing);
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree that was read cannot be written", e);
    }
  }

  static Parked of(byte[] bytes) {
    JsonNode node = read(bytes);
    ObjectNode envelope = (ObjectNode) node.get("envelope");
    Place place =
        new Place(
            node.get("grid").textValue(),
            node.get("overlay").textValue(),
            decimal(node.get("longitude")),
            decimal(node.get("latitude")));
    return new Parked(
        new Checked(received(envelope), envelope, node.get("bytes").intValue()),
        place,
        Instant.ofEpochMilli(node.get("recorded").longValue()),
        node.get("wall").longValue(),
        node.get("stream").longValue(),
        node.get("letter").textValue(),
        node.get("missing").textValue());
  }

  private static Received received(ObjectNode envelope) {
    Event event =
        new Event(
            envelope.get("source").textValue(),
            envelope.get("id").textValue(),
            EventType.ofWireName(envelope.get("type").textValue()).orElseThrow(),
            envelope.get("subject").textValue(),
            OffsetDateTime.parse(envelope.get("time").textValue()).toInstant(),
            envelope.get("data"));
    return new Received(event, envelope.path("gridid").asText(""));
  }

  private static Double decimal(JsonNode node) {
    return node.isNull() ? null : (Double) node.doubleValue();
  }

  private static JsonNode read(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a waiting event in the store cannot be read", e);
    }
  }
}

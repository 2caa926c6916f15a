package city.chengmai.ingest.row;

import city.chengmai.datasets.event.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A refused event, or one that was taken although an other one came under its identity. On {@code
 * city.deadletter} the value is the masked payload as text and everything else is a header, so that
 * any Kafka tool shows it.
 *
 * @param id the same for what is refused again with the same content, see {@link LetterId}
 * @param reason why it was refused
 * @param detail what was seen and what was expected; no personal data
 * @param source CloudEvents source as far as it could be read, else empty
 * @param eventId CloudEvents id, else empty
 * @param type CloudEvents type, else empty
 * @param subject CloudEvents subject, else empty
 * @param payload original as text, masked and cut
 * @param payloadBytes length of the original
 * @param receivedAt when it was refused
 */
public record DeadLetter(
    String id,
    DeadLetterReason reason,
    String detail,
    String source,
    String eventId,
    String type,
    String subject,
    String payload,
    long payloadBytes,
    Instant receivedAt) {

  /** Longest payload that is kept, in characters. */
  public static final int LONGEST_PAYLOAD = 65_536;

  private static final String UNKNOWN = "";
  private static final String TAKEN = "taken as revision ";

  /** Refuses nulls and cuts the payload. */
  public DeadLetter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
    payload = payload.length() > LONGEST_PAYLOAD ? payload.substring(0, LONGEST_PAYLOAD) : payload;
  }

  /**
   * The detail of a letter about content that was taken as a revision of an accepted event.
   *
   * @param revision how often the content has changed
   */
  public static String takenAsRevision(int revision) {
    return TAKEN
        + revision
        + ": an event of this source and id was accepted with other content. The latest wins, what"
        + " it replaces is kept in event_revisions; nothing is lost, nothing has to be sent again."
        + " If the sender meant another event, it has to send it under an id of its own; if the"
        + " earlier content was right, it has to send that again with any difference";
  }

  /** Whether a letter with this detail is about content that was taken as a revision. */
  public static boolean isTaken(String detail) {
    return detail.startsWith(TAKEN);
  }

  /** The same letter under the id that it keeps when it is refused again. */
  public DeadLetter identified() {
    return new DeadLetter(
        LetterId.of(this),
        reason,
        detail,
        source,
        eventId,
        type,
        subject,
        payload,
        payloadBytes,
        receivedAt);
  }

  /** The headers of the record on Kafka. */
  public Headers headers() {
    RecordHeaders headers = new RecordHeaders();
    put(headers, "dead-letter-id", id);
    put(headers, "reason", reason.name());
    put(headers, "detail", detail);
    put(headers, "source", source);
    put(headers, "id", eventId);
    put(headers, "type", type);
    put(headers, "subject", subject);
    put(headers, "payload-bytes", Long.toString(payloadBytes));
    put(headers, "received-at", receivedAt.toString());
    return headers;
  }

  /** The value of the record on Kafka. */
  public byte[] value() {
    return payload.getBytes(StandardCharsets.UTF_8);
  }

  /** The dead letter in a record. */
  public static DeadLetter of(Headers headers, byte[] value) {
    return new DeadLetter(
        text(headers, "dead-letter-id"),
        DeadLetterReason.valueOf(text(headers, "reason")),
        text(headers, "detail"),
        text(headers, "source"),
        text(headers, "id"),
        text(headers, "type"),
        text(headers, "subject"),
        value == null ? UNKNOWN : new String(value, StandardCharsets.UTF_8),
        Long.parseLong(text(headers, "payload-bytes")),
        Instant.parse(text(headers, "received-at")));
  }

  /**
   * The row of table {@code dead_letters}.
   *
   * @param version larger wins: milliseconds at which the broker took the letter
   */
  public byte[] row(RowWriter writer, long version) {
    return writer
        .text(id)
        .text(reason.wireName())
        .text(detail)
        .text(source)
        .text(eventId)
        .text(type)
        .text(subject)
        .text(payload)
        .count64(payloadBytes)
        .moment(receivedAt)
        .count64(version)
        .toRow();
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? UNKNOWN : new String(header.value(), StandardCharsets.UTF_8);
  }
}

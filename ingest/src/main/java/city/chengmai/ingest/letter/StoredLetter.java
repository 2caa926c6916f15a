package city.chengmai.ingest.letter;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.row.DeadLetter;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of table {@code dead_letters}.
 *
 * @param payload the original as text, masked, perhaps cut
 * @param payloadBytes length of the original
 * @param receivedAt as the table shows it, UTC
 */
public record StoredLetter(
    String id,
    String reason,
    String detail,
    String source,
    String eventId,
    String type,
    String subject,
    String payload,
    long payloadBytes,
    String receivedAt) {

  static final String COLUMNS =
      "dead_letter_id, reason, detail, source, event_id, type, subject, payload, payload_bytes,"
          + " received_at";

  /** Whether the content of this letter was taken as a revision. */
  boolean isTaken() {
    return reason.equals(DeadLetterReason.CONFLICTING_DUPLICATE.wireName())
        && DeadLetter.isTaken(detail);
  }

  static StoredLetter of(ObjectNode row) {
    return new StoredLetter(
        row.get("dead_letter_id").asText(),
        row.get("reason").asText(),
        row.get("detail").asText(),
        row.get("source").asText(),
        row.get("event_id").asText(),
        row.get("type").asText(),
        row.get("subject").asText(),
        row.get("payload").asText(),
        row.get("payload_bytes").asLong(),
        row.get("received_at").asText());
  }
}

package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.intake.PayloadText;
import city.chengmai.ingest.privacy.DeadLetterMask;
import city.chengmai.ingest.privacy.FreeText;
import city.chengmai.ingest.row.DeadLetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Turns refused events into masked dead letters. */
final class DeadLetters {

  /** Bytes of a payload that are looked at: what is kept, plus room for what the masks shorten. */
  private static final int READ = 3 * DeadLetter.LONGEST_PAYLOAD;

  private DeadLetters() {}

  /** Of bytes that may hold anything. */
  static DeadLetter of(
      DeadLetterReason reason,
      String detail,
      byte[] value,
      Optional<JsonNode> envelope,
      String id,
      Instant at) {
    byte[] bytes = value == null ? new byte[0] : value;
    String text =
        envelope
            .map(JsonNode::toString)
            .orElseGet(() -> PayloadText.of(Arrays.copyOf(bytes, Math.min(bytes.length, READ))));
    JsonNode attributes = envelope.orElse(MissingNode.getInstance());
    return new DeadLetter(
            id,
            reason,
            FreeText.mask(detail),
            attribute(attributes, "source"),
            attribute(attributes, "id"),
            attribute(attributes, "type"),
            attribute(attributes, "subject"),
            DeadLetterMask.mask(text),
            bytes.length,
            at)
        .identified();
  }

  /** Of an event that is pseudonymised already. */
  static DeadLetter of(
      DeadLetterReason reason, String detail, Checked checked, String id, Instant at) {
    JsonNode envelope = checked.envelope();
    return new DeadLetter(
            id,
            reason,
            FreeText.mask(detail),
            attribute(envelope, "source"),
            attribute(envelope, "id"),
            attribute(envelope, "type"),
            attribute(envelope, "subject"),
            DeadLetterMask.mask(envelope.toString()),
            checked.bytes(),
            at)
        .identified();
  }

  static String id(Optional<RecordMetadata> metadata) {
    return metadata.map(m -> m.topic() + "-" + m.partition() + "-" + m.offset()).orElse("");
  }

  static Record<byte[], byte[]> record(DeadLetter letter, long timestamp) {
    byte[] key = letter.subject().getBytes(StandardCharsets.UTF_8);
    return new Record<>(key, letter.value(), timestamp, letter.headers());
  }

  private static String attribute(JsonNode envelope, String name) {
    JsonNode value = envelope.path(name);
    return value.isTextual() ? FreeText.mask(cut(value.textValue())) : "";
  }

  private static String cut(String text) {
    return text.length() > 512 ? text.substring(0, 512) : text;
  }
}

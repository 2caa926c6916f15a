package city.chengmai.ingest.letter;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A letter as the record that is sent again: an event to {@code city.events} without the members
 * that hold only a mask, a refused row to {@code city.facts}.
 *
 * @param record what is sent
 * @param masked whether a mask has taken something out of it
 */
record Resent(ProducerRecord<byte[], byte[]> record, boolean masked) {

  private static final String MASK = "[person]";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ROW = Pattern.compile("row for table ([a-z_]+):");

  /** Empty when the letter was cut, or is no record of any kind. */
  static Optional<Resent> of(StoredLetter letter) {
    if (letter.reason().equals(DeadLetterReason.ROW_REFUSED.wireName())) {
      return row(letter);
    }
    boolean cut = letter.payloadBytes() > DeadLetterReason.LARGEST_BYTES;
    return cut ? Optional.empty() : Optional.of(event(letter));
  }

  private static Resent event(StoredLetter letter) {
    String text = letter.payload();
    try {
      JsonNode tree = JSON.readTree(text);
      boolean masked = tree != null && withoutMasks(tree);
      return sent(letter, masked ? tree.toString() : text, masked || text.contains(MASK));
    } catch (JsonProcessingException broken) {
      return sent(letter, text, text.contains(MASK));
    }
  }

  private static Resent sent(StoredLetter letter, String value, boolean masked) {
    byte[] key = letter.subject().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return new Resent(new ProducerRecord<>(Topics.EVENTS, key, bytes), masked);
  }

  // The mask of a person is no person: hashed, it would be one caller of many cases.
  private static boolean withoutMasks(JsonNode node) {
    boolean removed = false;
    Iterator<JsonNode> children = node.elements();
    while (children.hasNext()) {
      JsonNode child = children.next();
      if (child.isTextual() && child.textValue().equals(MASK)) {
        children.remove();
        removed = true;
      } else {
        removed |= withoutMasks(child);
      }
    }
    return removed;
  }

  private static Optional<Resent> row(StoredLetter letter) {
    Matcher table = ROW.matcher(letter.detail());
    if (!table.lookingAt()) {
      return Optional.empty();
    }
    return Stream.of(FactTable.values())
        .filter(known -> known.tableName().equals(table.group(1)))
        .findFirst()
        .map(known -> fact(letter, known));
  }

  private static Resent fact(StoredLetter letter, FactTable table) {
    byte[] key = letter.subject().getBytes(StandardCharsets.UTF_8);
    byte[] row = Base64.getDecoder().decode(letter.payload());
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.FACTS, key, row);
    record.headers().add(FactHeaders.of(table));
    return new Resent(record, false);
  }
}

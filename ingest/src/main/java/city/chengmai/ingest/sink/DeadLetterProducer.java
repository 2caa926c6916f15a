package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.log.LineLimit;
import city.chengmai.ingest.privacy.FreeText;
import city.chengmai.ingest.row.DeadLetter;
import city.chengmai.ingest.row.FactTable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends refused rows to {@code city.deadletter}; {@link #flush} waits until the broker has them.
 * Not thread-safe.
 */
final class DeadLetterProducer implements RefusedRows {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProducer.class);

  private final Producer<byte[], byte[]> producer;
  private final InstantSource clock;
  private final LineLimit limit = new LineLimit();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  DeadLetterProducer(Producer<byte[], byte[]> producer, InstantSource clock) {
    this.producer = producer;
    this.clock = clock;
  }

  @Override
  public void refused(FactTable table, byte[] row, Origin origin, String reason) {
    if (table == FactTable.DEAD_LETTERS) {
      // A dead letter about a dead letter could go round for ever; it stays readable on its topic.
      LOG.error("ClickHouse refused dead letter {}: {}", origin.id(), FreeText.mask(reason));
      return;
    }
    limit.next().ifPresent(unwritten -> tell(table, row, origin, unwritten));
    send(
        new DeadLetter(
            origin.id(),
            DeadLetterReason.ROW_REFUSED,
            "row for table " + table.tableName() + ": " + FreeText.mask(reason),
            "",
            "",
            "",
            FreeText.mask(origin.key()),
            Base64.getEncoder().encodeToString(row),
            row.length,
            clock.instant()));
  }

  /** Each row is kept as a letter, so that lines need not tell of every one. */
  private static void tell(FactTable table, byte[] row, Origin origin, long unwritten) {
    String correlation = correlation(table, row);
    LOG.atWarn()
        .addKeyValue(CorrelationId.KEY, correlation)
        .addKeyValue("table", table.tableName())
        .addKeyValue("record", origin.id())
        .addKeyValue("unwritten", unwritten)
        .log(
            "ClickHouse refused a row of {}, record {}, event {}; it is a dead letter now{}",
            table.tableName(),
            origin.id(),
            correlation,
            LineLimit.beside(unwritten));
  }

  private void send(DeadLetter letter) {
    byte[] key = letter.subject().getBytes(StandardCharsets.UTF_8);
    sent.add(
        producer.send(
            new ProducerRecord<>(Topics.DEAD_LETTER, null, key, letter.value(), letter.headers())));
  }

  /** Of rows of events; those of entities are folded from many. */
  private static String correlation(FactTable table, byte[] row) {
    if (table != FactTable.EVENTS) {
      return "";
    }
    return EventIdentity.all(row, row.length).stream()
        .findFirst()
        .map(event -> CorrelationId.of(event.source(), event.id()))
        .orElse("");
  }

  @Override
  public void flush() {
    if (sent.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> waiting = List.copyOf(sent);
    sent.clear();
    producer.flush();
    try {
      for (Future<RecordMetadata> letter : waiting) {
        letter.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notTaken(waiting.size(), e);
    } catch (ExecutionException e) {
      throw notTaken(waiting.size(), e);
    }
  }

  // The batch is kept and written again: a dead letter that came twice has the same id.
  private static StoreException notTaken(int letters, Exception cause) {
    return new StoreException(
        ErrorCategory.STORE_UNAVAILABLE,
        "Kafka did not take all of " + letters + " dead letters: " + cause.getMessage(),
        cause);
  }
}

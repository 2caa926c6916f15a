package city.chengmai.ingest.sink;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.privacy.FreeText;
import city.chengmai.ingest.row.DeadLetter;
import city.chengmai.ingest.row.FactTable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends refused rows to {@code city.deadletter} and waits until the broker has them. */
final class DeadLetterProducer implements RefusedRows {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProducer.class);

  private final Producer<byte[], byte[]> producer;
  private final InstantSource clock;

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

  private void send(DeadLetter letter) {
    byte[] key = letter.subject().getBytes(StandardCharsets.UTF_8);
    try {
      producer
          .send(
              new ProducerRecord<>(Topics.DEAD_LETTER, null, key, letter.value(), letter.headers()))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a dead letter was sent", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("dead letter " + letter.id() + " was not taken", e);
    }
  }
}

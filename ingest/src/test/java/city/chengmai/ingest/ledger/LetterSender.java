package city.chengmai.ingest.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the letters of a plan evenly over a time, and fails unless each was acknowledged. */
final class LetterSender {

  private static final int CHUNK = 500;

  private final List<Letter> letters;
  private volatile int onTheirWay;
  private volatile int allowed;

  LetterSender(List<Letter> letters) {
    this.letters = letters;
    this.allowed = letters.size();
  }

  /** Holds back what comes after the first of as many equal parts, until more is let go. */
  void holdAfterFirstOf(int parts) {
    allowed = letters.size() / parts;
  }

  /** Lets one part more go, and returns when it is on its way. */
  void letGo(int part, int parts) throws InterruptedException {
    allowed = part == parts ? letters.size() : letters.size() / parts * part;
    while (onTheirWay < letters.size() / parts * (part - 1) + CHUNK) {
      Thread.sleep(20);
    }
  }

  /** Holds nothing back any more. */
  void letAllGo() {
    allowed = letters.size();
  }

  /**
   * Sends them in their order, and returns when all are acknowledged by the replicas in sync.
   *
   * @param client how to reach the brokers
   */
  void send(Duration sending, Map<String, Object> client) throws InterruptedException {
    long pause = sending.toMillis() * CHUNK / letters.size();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer = producer(client)) {
      for (int i = 0; i < letters.size(); i++) {
        Letter letter = letters.get(i);
        sent.add(
            producer.send(
                new ProducerRecord<>("city.events", letter.keyBytes(), letter.valueBytes())));
        onTheirWay = i + 1;
        if (i % CHUNK == CHUNK - 1) {
          Thread.sleep(pause);
        }
        while (onTheirWay >= allowed && onTheirWay < letters.size()) {
          Thread.sleep(20);
        }
      }
      producer.flush();
    }
    for (Future<RecordMetadata> future : sent) {
      requireSent(future);
    }
  }

  private static void requireSent(Future<RecordMetadata> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take a record of the plan", e);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.idempotence", true);
    settings.put("acks", "all");
    settings.put("delivery.timeout.ms", 600_000);
    settings.put("max.block.ms", 600_000);
    settings.put("linger.ms", 20);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}

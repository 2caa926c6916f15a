package city.chengmai.ingest;

import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The producer of feeds that are read as fast as the broker takes them. */
final class FeedProducer {

  private FeedProducer() {}

  /** Opens it; the caller closes it. */
  static KafkaProducer<byte[], byte[]> open(Settings settings) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS),
            "acks",
            "all",
            "enable.idempotence",
            true,
            "compression.type",
            "lz4",
            "linger.ms",
            20,
            "batch.size",
            256 << 10),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}

package city.chengmai.ingest.topology;

import city.chengmai.ingest.commit.StoreMemory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * How Kafka Streams runs the topology: exactly once, small state cache, large batches.
 *
 * @param bootstrapServers Kafka brokers
 * @param stateDirectory where state stores are kept
 * @param threads stream threads
 * @param commitMilliseconds time between commits
 * @param replicationFactor replicas of the internal topics
 */
public record Streams(
    String bootstrapServers,
    Path stateDirectory,
    int threads,
    int commitMilliseconds,
    int replicationFactor) {

  /** Application id, and so the consumer group, of the topology. */
  public static final String APPLICATION = "chengmai-ingest";

  private static final int SESSION = 10_000;

  /** The configuration for Kafka Streams. */
  public Properties properties(InstantSource clock, IntakeMetrics metrics) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMilliseconds);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toAbsolutePath().toString());
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L << 20);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    handlers(properties, clock, metrics);
    clients(properties);
    return properties;
  }

  private static void handlers(Properties properties, InstantSource clock, IntakeMetrics metrics) {
    properties.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, TooLargeHandler.class);
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DefectHandler.class);
    properties.put(DefectHandler.WIRING, new DefectHandler.Wiring(clock, metrics));
  }

  private static void clients(Properties properties) {
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 << 20);
    // A process that was killed holds its partitions for as long as this.
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), SESSION / 5);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
  }
}

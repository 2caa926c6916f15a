package city.chengmai.ingest.topology;

import city.chengmai.ingest.commit.StoreMemory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
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
 * @param standbyReplicas further processes that keep the state of each partition at hand
 */
public record Streams(
    String bootstrapServers,
    Path stateDirectory,
    int threads,
    int commitMilliseconds,
    int replicationFactor,
    int standbyReplicas) {

  /** Application id, and so the consumer group, of the topology. */
  public static final String APPLICATION = "chengmai-ingest";

  private static final int SESSION = 10_000;

  /** The least that Kafka Streams takes. */
  private static final long PROBING = 60_000;

  /**
   * How many brokers must hold a record before it is acknowledged: two where there are three
   * replicas or more, so that any one may be lost and the rest goes on.
   */
  public static int leastInSync(int replicas) {
    return replicas > 2 ? 2 : 1;
  }

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
    properties.put(
        StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
        Integer.toString(leastInSync(replicationFactor)));
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L << 20);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    rebalancing(properties, standbyReplicas);
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

  // Partitions go back to a process that was away once it has caught up; looked at this often.
  private static void rebalancing(Properties properties, int standbys) {
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
    properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING);
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

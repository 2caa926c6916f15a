package city.chengmai.ingest.topology;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends all facts of one task to one partition, so that rows of one entity are read in the order in
 * which they were made: a revision after what it replaces.
 */
final class FactPartitioner implements StreamPartitioner<byte[], byte[]> {

  /** The key of records that a task sends. */
  static byte[] key(int task) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(task).array();
  }

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, byte[] value, int numPartitions) {
    return Optional.of(Set.of(ByteBuffer.wrap(key).getInt() % numPartitions));
  }
}

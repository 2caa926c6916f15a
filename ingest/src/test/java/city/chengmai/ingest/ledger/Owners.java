package city.chengmai.ingest.ledger;

import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.topology.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;

/** Which process reads how many partitions of the events. */
final class Owners implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Admin admin;

  Owners(Map<String, Object> client) {
    admin = Admin.create(client);
  }

  /**
   * Waits until as many processes read all partitions among them.
   *
   * @return how long it took
   */
  Duration await(int processes, int partitions) throws InterruptedException, ExecutionException {
    long started = System.nanoTime();
    Map<String, Integer> owned = owned();
    while (owned.size() != processes || sum(owned) != partitions) {
      if (System.nanoTime() - started > LIMIT.toNanos()) {
        throw new IllegalStateException(
            processes + " processes do not share " + partitions + " partitions: " + owned);
      }
      Thread.sleep(200);
      owned = owned();
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }

  // Kafka Streams names its clients after the application, the process and the thread.
  private Map<String, Integer> owned() throws InterruptedException, ExecutionException {
    ConsumerGroupDescription group =
        admin
            .describeConsumerGroups(List.of(Streams.APPLICATION))
            .all()
            .get()
            .get(Streams.APPLICATION);
    Map<String, Integer> owned = new TreeMap<>();
    for (MemberDescription member : group.members()) {
      long events =
          member.assignment().topicPartitions().stream()
              .filter(partition -> partition.topic().equals(Topics.EVENTS))
              .count();
      if (events > 0) {
        String process = member.clientId().replaceFirst("-StreamThread-.*", "");
        owned.merge(process, (int) events, Integer::sum);
      }
    }
    return owned;
  }

  private static int sum(Map<String, Integer> owned) {
    return owned.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() {
    admin.close();
  }
}

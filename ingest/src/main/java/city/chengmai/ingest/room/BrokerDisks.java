package city.chengmai.ingest.room;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** Asks the brokers how much room their disks have. */
final class BrokerDisks implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 5_000;

  private final Admin admin;

  BrokerDisks(String servers) {
    admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", servers,
                "request.timeout.ms", PATIENCE_MILLISECONDS / 2,
                "default.api.timeout.ms", PATIENCE_MILLISECONDS));
  }

  /** Bytes on the disk that has the fewest left; no limit where no broker tells. */
  long free() {
    try {
      List<Integer> brokers = admin.describeCluster().nodes().get().stream().map(Node::id).toList();
      return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
          .map(Map::values)
          .flatMap(Collection::stream)
          .map(LogDirDescription::usableBytes)
          .filter(OptionalLong::isPresent)
          .mapToLong(OptionalLong::getAsLong)
          .min()
          .orElse(Long.MAX_VALUE);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("asked to stop", closing);
    } catch (ExecutionException away) {
      throw new IllegalStateException("the brokers do not tell of their disks", away);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}

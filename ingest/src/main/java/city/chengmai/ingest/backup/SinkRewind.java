package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a restore: sets the sinks back to where they were when the backup began, before any of them
 * reads. Without this, rows that came between backup and loss would be missing for good. Rows that
 * are written again replace themselves (decision 0004), so none is counted twice.
 */
public final class SinkRewind {

  private static final Logger LOG = LoggerFactory.getLogger(SinkRewind.class);

  /** A sink that was killed is a member of its group for ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private SinkRewind() {}

  /**
   * Does what a restore left to do; nothing when there was none.
   *
   * @param writer the store
   * @param servers Kafka's address
   * @throws StoreException (STORE_UNAVAILABLE) while another process runs sinks
   */
  public static void apply(ClickHouseClient writer, String servers) throws InterruptedException {
    StoreRestores restores = new StoreRestores(writer);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (restores.waiting().isPresent() && !attempt(restores, servers)) {
      if (System.nanoTime() > until) {
        throw new StoreException(
            ErrorCategory.STORE_UNAVAILABLE,
            "the store was restored, and its sinks cannot be set back because some are running on "
                + servers
                + ": stop every other ingest process, then start again");
      }
      Thread.sleep(500);
    }
  }

  private static boolean attempt(StoreRestores restores, String servers)
      throws InterruptedException {
    Optional<Bookmarks> marks = restores.waiting();
    if (marks.isEmpty()) {
      return true;
    }
    try (SinkPositions positions = new SinkPositions(servers)) {
      if (!positions.cluster().equals(marks.get().cluster())) {
        LOG.warn("the store was restored beside another Kafka: its sinks stay where they are");
        restores.settle(StoreRestores.OTHER_KAFKA, 0);
        return true;
      }
      long lost = positions.rewind(marks.get());
      restores.settle(StoreRestores.REWOUND, lost);
      LOG.info("sinks were set back to where they were at the backup; gone from Kafka: {}", lost);
      return true;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof GroupNotEmptyException
          || refused.getCause() instanceof UnknownMemberIdException) {
        return false;
      }
      throw new StoreException(
          ErrorCategory.STORE_UNAVAILABLE,
          "the sinks cannot be set back after a restore: " + refused.getCause().getMessage(),
          refused);
    }
  }
}

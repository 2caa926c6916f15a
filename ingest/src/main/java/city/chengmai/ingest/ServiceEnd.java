package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** How a service ended: closed, or for a reason of its own. The first end counts. Thread-safe. */
final class ServiceEnd {

  private final AtomicReference<String> end = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  void closed() {
    end("");
  }

  void failed(String reason) {
    end(reason);
  }

  private void end(String reason) {
    end.compareAndSet(null, reason);
    ended.countDown();
  }

  /**
   * Returns when the service was closed.
   *
   * @throws StoreException (STORE_UNAVAILABLE) with the reason when it failed
   */
  void await() throws InterruptedException {
    ended.await();
    requireNoFailure();
  }

  /** Throws like {@link #await} when the service has failed already. */
  void requireNoFailure() {
    String reason = end.get();
    if (reason != null && !reason.isEmpty()) {
      throw new StoreException(ErrorCategory.STORE_UNAVAILABLE, reason);
    }
  }
}

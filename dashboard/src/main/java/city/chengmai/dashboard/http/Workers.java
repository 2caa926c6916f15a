package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The pool where blocking work runs, so that a slow query never holds the event loop. Results come
 * back on the caller's context. Thread-safe; close it after the server.
 */
public final class Workers implements AutoCloseable {

  private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

  private final WorkerExecutor executor;

  /**
   * A pool of its own.
   *
   * @param vertx the instance whose contexts results return to
   * @param threads blocking calls that may run at the same time, at least 1
   */
  public Workers(Vertx vertx, int threads) {
    requireNonNull(vertx, "vertx");
    this.executor =
        vertx.createSharedWorkerExecutor(
            "dashboard-worker", threads, LONGEST_CALL.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs the work on the pool, in no order with other work. */
  public <T> Future<T> call(Callable<T> work) {
    return executor.executeBlocking(work, false);
  }

  @Override
  public void close() {
    executor.close();
  }
}

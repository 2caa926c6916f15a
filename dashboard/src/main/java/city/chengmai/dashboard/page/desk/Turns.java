package city.chengmai.dashboard.page.desk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Work of which some is done at once and some waits; more is not taken. A place counts from when it
 * is taken until the work is done, whatever the threads are about. Owns its threads. Thread-safe.
 */
final class Turns implements AutoCloseable {

  private final ExecutorService worker;
  private final Semaphore places;

  /**
   * Turns for work.
   *
   * @param atOnce most at the same time
   * @param waiting most that wait for one of them to end
   */
  Turns(int atOnce, int waiting) {
    this.worker = Executors.newFixedThreadPool(atOnce);
    this.places = new Semaphore(atOnce + waiting);
  }

  /**
   * Takes some work, unless all places are taken.
   *
   * @param work gives how its answer ends, which is told once the place is free again: whoever
   *     learns of the end may ask for the next at once
   * @return false when it was not taken
   */
  boolean take(Supplier<Runnable> work) {
    if (!places.tryAcquire()) {
      return false;
    }
    worker.execute(() -> inItsPlace(work));
    return true;
  }

  private void inItsPlace(Supplier<Runnable> work) {
    Runnable end = () -> {};
    try {
      end = work.get();
    } finally {
      places.release();
    }
    end.run();
  }

  /** Interrupts what is being done; what waits is not begun. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}

package city.chengmai.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process soon after it is asked to: by a signal, or, for a child that must not outlive
 * its parent, when standard input ends. What a run has not written yet the next one computes again.
 */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final String DIE_WITH_PARENT = "CHENGMAI_DIE_WITH_PARENT";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What a shell reports for a program that was asked to terminate. */
  private static final int TERMINATED = 143;

  private Shutdown() {}

  /** To be called before anything slow begins. */
  static void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::limit, "shutdown-limit"));
    if ("1".equals(System.getenv(DIE_WITH_PARENT))) {
      daemon("parent-watch", () -> exitWhenInputEnds(System.in));
    }
  }

  /** Closes a part when the process ends. */
  static void closing(AutoCloseable part) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(part), "shutdown"));
  }

  /** Spark's own hook waits for a job under way, which may take minutes. */
  private static void limit() {
    daemon(
        "shutdown-halt",
        () -> {
          try {
            TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
          } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
          }
          Runtime.getRuntime().halt(TERMINATED);
        });
  }

  private static void exitWhenInputEnds(InputStream input) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("standard input failed, taken as its end", e);
    }
    Runtime.getRuntime().exit(TERMINATED);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("stopping did not go cleanly: {}", e.toString());
    }
  }
}

package city.chengmai.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a part once, when the process is asked to stop: by a signal, or, for a child that must not
 * outlive its parent, when standard input ends.
 */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final String FOLLOW_PARENT = "CHENGMAI_DIE_WITH_PARENT";

  private Shutdown() {}

  static void onSignal(AutoCloseable part) {
    AtomicBoolean closed = new AtomicBoolean();
    Runnable close =
        () -> {
          if (closed.compareAndSet(false, true)) {
            closeQuietly(part);
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(close, "shutdown"));
    if ("1".equals(System.getenv(FOLLOW_PARENT))) {
      Thread watcher = new Thread(() -> closeWhenInputEnds(close), "parent-watch");
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  private static void closeWhenInputEnds(Runnable close) {
    InputStream input = System.in;
    try {
      while (input.read() >= 0) {
        // What the parent writes has no meaning; only the end of it has.
      }
    } catch (IOException e) {
      LOG.debug("standard input failed, taken as its end", e);
    }
    close.run();
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("stopping did not go cleanly: {}", e.toString());
    }
  }
}

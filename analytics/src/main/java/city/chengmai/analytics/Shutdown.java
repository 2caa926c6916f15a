package city.chengmai.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the follower when the process is asked to end: by a signal, or, for a child that must not
 * outlive its parent, when standard input ends.
 */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final String DIE_WITH_PARENT = "CHENGMAI_DIE_WITH_PARENT";

  private Shutdown() {}

  static void onSignal(AutoCloseable part) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(part), "shutdown"));
    if ("1".equals(System.getenv(DIE_WITH_PARENT))) {
      Thread watcher = new Thread(() -> closeWhenInputEnds(part, System.in), "parent-watch");
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  private static void closeWhenInputEnds(AutoCloseable part, InputStream input) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("standard input failed, taken as its end", e);
    }
    close(part);
    // A run under way must not keep an orphan alive.
    Runtime.getRuntime().exit(0);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("stopping did not go cleanly: {}", e.toString());
    }
  }
}

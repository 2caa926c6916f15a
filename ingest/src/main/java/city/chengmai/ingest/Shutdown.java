package city.chengmai.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a part once, when the process is asked to stop: by a signal, or, for a child that must not
 * outlive its parent, when standard input ends. Until there is a part, the thread that starts it is
 * interrupted. Thread-safe; whoever asks second waits until the first is done.
 */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final String FOLLOW_PARENT = "CHENGMAI_DIE_WITH_PARENT";

  private AutoCloseable part;
  private boolean closed;

  private Shutdown(AutoCloseable part) {
    this.part = part;
  }

  /** Watches from now on, and interrupts the calling thread when the process is to stop. */
  static Shutdown watch() {
    Thread starting = Thread.currentThread();
    return watch(starting::interrupt);
  }

  /** Watches from now on, and closes this part when the process is to stop. */
  static Shutdown watch(AutoCloseable part) {
    Shutdown shutdown = new Shutdown(part);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "shutdown"));
    if ("1".equals(System.getenv(FOLLOW_PARENT))) {
      Thread watcher = new Thread(shutdown::closeWhenInputEnds, "parent-watch");
      watcher.setDaemon(true);
      watcher.start();
    }
    return shutdown;
  }

  /**
   * Closes this part from now on.
   *
   * @throws InterruptedException when the process was asked to stop before; the part is closed
   */
  synchronized void closes(AutoCloseable started) throws InterruptedException {
    if (closed) {
      closeQuietly(started);
      throw new InterruptedException("asked to stop while starting");
    }
    part = started;
  }

  private synchronized void close() {
    if (!closed) {
      closed = true;
      closeQuietly(part);
    }
  }

  private void closeWhenInputEnds() {
    InputStream input = System.in;
    try {
      while (input.read() >= 0) {
        // What the parent writes has no meaning; only the end of it has.
      }
    } catch (IOException e) {
      LOG.debug("standard input failed, taken as its end", e);
    }
    close();
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("stopping did not go cleanly: {}", e.toString());
    }
  }
}

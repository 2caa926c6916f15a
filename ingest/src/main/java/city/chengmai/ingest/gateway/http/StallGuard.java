package city.chengmai.ingest.gateway.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that trickle: bytes come, but in two looks in a row no request was finished. The
 * server's idle timeout does not see these, for each byte starts it anew.
 */
final class StallGuard implements Connection.Listener {

  private static final int LOOKS = 2;

  private final Scheduler scheduler;
  private final Duration window;

  StallGuard(Scheduler scheduler, Duration window) {
    this.scheduler = scheduler;
    this.window = window;
  }

  @Override
  public void onOpened(Connection connection) {
    look(connection, 0);
  }

  private void look(Connection connection, int stalls) {
    long requests = connection.getMessagesOut();
    long bytes = connection.getBytesIn();
    scheduler.schedule(
        () -> lookAgain(connection, requests, bytes, stalls),
        window.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void lookAgain(Connection connection, long requests, long bytes, int stalls) {
    if (!connection.getEndPoint().isOpen()) {
      return;
    }
    boolean stalled = connection.getMessagesOut() == requests && connection.getBytesIn() > bytes;
    if (stalled && stalls + 1 >= LOOKS) {
      connection.getEndPoint().close();
    } else {
      look(connection, stalled ? stalls + 1 : 0);
    }
  }
}

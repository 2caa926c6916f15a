package city.chengmai.dashboard.page.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A network that fails on demand: passes bytes on until it has carried enough answers. */
final class CuttingProxy implements AutoCloseable {

  private final URI target;
  private final ServerSocket listening;
  private final ExecutorService pumps = Executors.newCachedThreadPool();
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

  CuttingProxy(URI target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    pumps.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** Cuts the connection that carries the answers' byte of this number from now on. */
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listening.accept();
        Socket far = new Socket(target.getHost(), target.getPort());
        pumps.execute(() -> pump(near, far, false));
        pumps.execute(() -> pump(far, near, true));
      }
    } catch (IOException closed) {
      pumps.shutdown();
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (answers && left.addAndGet(-count) < 0) {
          return;
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException otherEndClosed) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    pumps.shutdown();
  }
}

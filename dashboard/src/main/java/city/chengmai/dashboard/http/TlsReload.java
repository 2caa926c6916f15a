package city.chengmai.dashboard.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads certificate and key again when their files change. A pair that does not fit is told to the
 * log and tried again at the next change; the old one goes on serving.
 */
final class TlsReload {

  private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

  private final HttpServer server;
  private final TlsFiles files;
  private List<FileTime> known = List.of();

  private TlsReload(HttpServer server, TlsFiles files) {
    this.server = server;
    this.files = files;
  }

  static void watch(Vertx vertx, HttpServer server, TlsFiles files, Duration every) {
    TlsReload reload = new TlsReload(server, files);
    reload.look(false);
    vertx.setPeriodic(every.toMillis(), timer -> vertx.executeBlocking(() -> reload.look(true)));
  }

  private synchronized boolean look(boolean act) {
    try {
      List<FileTime> written = files.written();
      boolean changed = !written.equals(known);
      known = written;
      if (changed && act) {
        server
            .updateSSLOptions(files.options(), true)
            .onSuccess(done -> LOG.info("serving with the new certificate {}", files.certificate()))
            .onFailure(
                bad ->
                    LOG.warn(
                        "the new certificate {} cannot be used, the old one stays: {}",
                        files.certificate(),
                        bad.getMessage()));
      }
      return changed;
    } catch (IOException away) {
      LOG.warn("the certificate cannot be looked at: {}", away.getMessage());
      return false;
    }
  }
}

package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Certificate and key of the pages as PEM files.
 *
 * @param certificate with its chain
 * @param key PKCS 8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {

  /** Checks that nothing is missing. */
  public TlsFiles {
    requireNonNull(certificate, "certificate");
    requireNonNull(key, "key");
  }

  PemKeyCertOptions pair() {
    return new PemKeyCertOptions().addCertPath(certificate.toString()).addKeyPath(key.toString());
  }

  ServerSSLOptions options() {
    return new ServerSSLOptions().setKeyCertOptions(pair());
  }

  /** When each file was written last; fails while one of them is away. */
  List<FileTime> written() throws IOException {
    return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
  }
}

package city.chengmai.ingest.backup;

import java.nio.file.Path;

/**
 * A directory that the store's server writes backups into and this program reads, and the other way
 * round.
 *
 * @param here its path for this program
 * @param onServer its path for the server, which must be allowed by its {@code
 *     backups.allowed_path}
 */
public record Exchange(Path here, String onServer) {

  /** A directory that both know by one path. */
  public static Exchange shared(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    return new Exchange(path, path.toString());
  }

  Path here(String name) {
    return here.resolve(name);
  }

  /** The server's address of a backup, as in BACKUP and RESTORE. */
  String address(String name) {
    String path = onServer.endsWith("/") ? onServer : onServer + "/";
    return "File('" + (path + name).replace("\\", "\\\\").replace("'", "\\'") + "/')";
  }
}

package city.chengmai.dashboard.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the packaged services beside this one.
 *
 * @param directory holds {@code ingest/target/ingest.jar} or {@code ingest.jar}, likewise analytics
 */
record ServiceJars(Path directory) {

  /** The directory two levels above {@code dashboard/target/dashboard.jar} (or {@code classes}). */
  static ServiceJars besideThisOne() {
    try {
      Path code =
          Path.of(ServiceJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ServiceJars(code.toRealPath().resolve("../../..").normalize());
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("find the directory of dashboard.jar", e);
    }
  }

  /**
   * The jar of a service.
   *
   * @throws IllegalArgumentException when there is none, with the places looked at
   */
  Path jar(String service) {
    List<Path> places =
        List.of(
            directory.resolve(service).resolve("target").resolve(service + ".jar"),
            directory.resolve(service + ".jar"));
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    service
                        + ".jar is missing, looked for "
                        + places
                        + ": build it with mvn package, or name its directory with"
                        + " dashboard.services-directory"));
  }
}

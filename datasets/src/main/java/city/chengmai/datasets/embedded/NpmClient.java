package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The npm command.
 *
 * @param command name or path of npm
 */
record NpmClient(String command) {
  private static final long REPORT_EVERY_MILLIS = 500;
  private static final String OTHERWISE =
      ", or set clickhouse.url to a ClickHouse server that is already running";

  /** Installs the packages named in a directory; npm checks their integrity. */
  void install(Path directory, boolean locked, long totalBytes, LibraryProgress progress)
      throws IOException {
    Path output = directory.resolve("npm-output.log");
    Process npm = start(directory, locked, output);
    try {
      while (!npm.waitFor(REPORT_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.report(size(directory), totalBytes, "downloading the ClickHouse library");
      }
    } catch (InterruptedException interrupted) {
      npm.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while npm was running", interrupted);
    }
    if (npm.exitValue() != 0) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "npm could not download the ClickHouse library (exit code "
              + npm.exitValue()
              + "); check the network and the npm registry"
              + OTHERWISE
              + ". npm said: "
              + Files.readString(output).strip());
    }
    progress.report(size(directory), totalBytes, "installed the ClickHouse library");
  }

  private Process start(Path directory, boolean locked, Path output) {
    try {
      return new ProcessBuilder(
              List.of(
                  command,
                  locked ? "ci" : "install",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--loglevel=error"))
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException missing) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "the embedded ClickHouse is downloaded by npm, which cannot be run as \""
              + command
              + "\": install Node.js with npm 10 or later"
              + OTHERWISE,
          missing);
    }
  }

  private static long size(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(NpmClient::length).sum();
    } catch (IOException | UncheckedIOException changing) {
      // Files come and go while npm unpacks; the next report is half a second away.
      return 0;
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}

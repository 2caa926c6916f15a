package city.chengmai.dashboard.font;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The uncut font as the npm client installs it from the committed lock file, which holds the
 * integrity hash. An installed font is not installed again.
 */
final class NpmFont {
  private static final String PACKAGE = "node_modules/@expo-google-fonts/noto-sans-sc";
  private static final List<String> MANIFESTS = List.of("package.json", "package-lock.json");
  private static final long MINUTES = 10;

  private final Path manifests;
  private final Path folder;

  /**
   * Names the folders and touches nothing.
   *
   * @param manifests folder with {@code package.json} and {@code package-lock.json}
   * @param folder where the package is installed
   */
  NpmFont(Path manifests, Path folder) {
    this.manifests = manifests;
    this.folder = folder;
  }

  Path file(FontWeight weight) {
    return folder.resolve(PACKAGE).resolve(weight.source());
  }

  Path licence() {
    return folder.resolve(PACKAGE).resolve("LICENSE_FONT");
  }

  /** The lock file's text: it changes whenever another font would be installed. */
  String identity() throws IOException {
    return Files.readString(manifests.resolve("package-lock.json"));
  }

  void install() throws IOException, InterruptedException {
    if (isInstalled()) {
      return;
    }
    Files.createDirectories(folder);
    for (String name : MANIFESTS) {
      Files.copy(
          manifests.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    runNpm();
  }

  private boolean isInstalled() throws IOException {
    Path lock = folder.resolve("package-lock.json");
    return Files.exists(licence())
        && Files.exists(lock)
        && Files.readString(lock).equals(identity())
        && List.of(FontWeight.values()).stream().allMatch(weight -> Files.exists(file(weight)));
  }

  private void runNpm() throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(MINUTES, TimeUnit.MINUTES)) {
      npm.destroy();
    }
    if (npm.waitFor() != 0) {
      throw new IOException(
          "Installing the house font with \"npm ci\" in "
              + folder
              + " failed (exit code "
              + npm.exitValue()
              + "). Expected the npm client and a reachable npm registry; see npm.log there:\n"
              + Files.readString(folder.resolve("npm.log")));
    }
  }
}

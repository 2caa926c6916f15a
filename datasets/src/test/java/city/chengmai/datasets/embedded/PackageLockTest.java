package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What npm installs is fixed by version, and by integrity hash wherever a lock can be made. */
class PackageLockTest {

  /** Platforms whose packages were not to be had when the lock was made: version only. */
  private static final Set<String> WITHOUT_LOCK =
      Set.of("darwin-arm64", "darwin-x64", "linux-arm64");

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyPackageIsLockedWithItsIntegrity() throws IOException {
    List<Path> descriptors = descriptors();
    assertThat(descriptors).hasSizeGreaterThanOrEqualTo(6);
    Set<String> unlocked = new TreeSet<>();
    for (Path descriptor : descriptors) {
      requireExactVersions(descriptor);
      Path lock = descriptor.resolveSibling("package-lock.json");
      if (Files.exists(lock)) {
        requireIntegrity(lock);
      } else {
        unlocked.add(descriptor.getParent().getFileName().toString());
      }
    }
    assertThat(unlocked).isEqualTo(new TreeSet<>(WITHOUT_LOCK));
  }

  private static void requireExactVersions(Path descriptor) throws IOException {
    JsonNode root = JSON.readTree(descriptor.toFile());
    for (String group : List.of("dependencies", "devDependencies")) {
      root.path(group)
          .properties()
          .forEach(
              entry ->
                  assertThat(entry.getValue().asText())
                      .as("%s in %s", entry.getKey(), descriptor)
                      .matches("\\d+\\.\\d+\\.\\d+(-[\\w.]+)?"));
    }
  }

  private static void requireIntegrity(Path lock) throws IOException {
    JsonNode packages = JSON.readTree(lock.toFile()).path("packages");
    assertThat(packages.size()).as("%s", lock).isGreaterThan(1);
    packages
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().isEmpty()) {
                assertThat(entry.getValue().path("integrity").asText())
                    .as("%s in %s", entry.getKey(), lock)
                    .matches("sha512-[A-Za-z0-9+/]{86}==");
                // No address: whatever registry somebody uses has to hand out these bytes.
                assertThat(entry.getValue().has("resolved"))
                    .as("address of %s in %s", entry.getKey(), lock)
                    .isFalse();
              }
            });
  }

  private static List<Path> descriptors() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        Path.of("..").toAbsolutePath().normalize(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().equals("package.json")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}

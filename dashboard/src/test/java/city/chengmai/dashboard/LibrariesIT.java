package city.chengmai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The overview of libraries and licences is that of what the build puts beside the jars. */
@TestInstance(Lifecycle.PER_CLASS)
class LibrariesIT {

  private static final Path ROOT = Path.of("..");
  private static final List<String> SERVICES = List.of("ingest", "analytics", "dashboard");
  private static final Pattern OURS = Pattern.compile("datasets(-\\d.*)?");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `[^:`]+:([^`]+)` \\| (\\S+) \\| ([^|]+) \\|$");

  /** One of them is enough: the terms of a library with a choice are ours to choose. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "0BSD",
          "Apache-1.1",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSD-4-Clause",
          "CC0-1.0",
          "CDDL-1.0",
          "EPL-1.0",
          "EPL-2.0",
          // Linked as jars of their own, which anybody may replace.
          "LGPL",
          "LGPL-2.1-or-later",
          "MIT",
          "Unicode-3.0");

  private final Set<String> listed = new TreeSet<>();
  private final Set<String> unaccepted = new TreeSet<>();

  @BeforeAll
  void read() throws IOException {
    String text = Files.readString(ROOT.resolve(".github").resolve("DEPENDENCIES.md"));
    String table = text.substring(text.indexOf("<!-- libraries -->"));
    Matcher row = ROW.matcher(table);
    while (row.find()) {
      String name = row.group(1) + "-" + row.group(2);
      listed.add(name);
      if (Stream.of(row.group(3).split(" / ")).map(String::strip).noneMatch(ACCEPTED::contains)) {
        unaccepted.add(name + ": " + row.group(3));
      }
    }
    assertThat(listed).hasSizeGreaterThan(100);
  }

  @Test
  void everyLibraryIsListed() throws IOException {
    Set<String> unlisted = new TreeSet<>();
    Set<String> shipped = new TreeSet<>();
    boolean all = true;
    for (String service : SERVICES) {
      Path folder = ROOT.resolve(service).resolve("target").resolve("lib");
      all &= Files.isDirectory(folder);
      for (String jar : jars(folder)) {
        String row = row(jar);
        (row.isEmpty() ? unlisted : shipped).add(row.isEmpty() ? jar : row);
      }
    }
    assertThat(shipped).as("libraries beside the jar of this module").isNotEmpty();
    assertThat(unlisted)
        .as("add a row with the licence to .github/DEPENDENCIES.md, or mend its version")
        .isEmpty();
    if (all) {
      assertThat(shipped).as("rows that nothing ships any more").isEqualTo(listed);
    }
  }

  @Test
  void everyLicenceIsOneThatWasLookedAt() {
    assertThat(unaccepted).isEmpty();
  }

  /** The row of a jar; jars for a platform have its name behind the version. */
  private String row(String jar) {
    return listed.stream()
        .filter(name -> jar.equals(name) || jar.startsWith(name + "-"))
        .max((one, two) -> Integer.compare(one.length(), two.length()))
        .orElse("");
  }

  private static List<String> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .map(name -> name.substring(0, name.length() - ".jar".length()))
          .filter(name -> !OURS.matcher(name).matches())
          .toList();
    }
  }
}

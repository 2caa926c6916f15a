package city.chengmai.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of known defects in the module's README against the tests of all modules. */
class KnownDefectsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (D\\d+) \\|.*\\| ([^|]+) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
  private static final Pattern NUMBERED = Pattern.compile("\\w+_d(\\d+)");

  @Test
  void everyDefectHasARowWithItsTests() throws IOException {
    List<String> defects = new ArrayList<>();
    for (MatchResult row : rows()) {
      defects.add(row.group(1));
      String suffix = "_d" + row.group(1).substring(1);
      assertThat(names(row.group(2))).as(row.group(1)).anyMatch(name -> name.endsWith(suffix));
    }
    assertThat(defects)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).mapToObj(i -> "D" + i).toList());
  }

  @Test
  void theTableNamesTheTestsThatThereAre() throws IOException {
    Set<String> there = tests();
    Set<String> told = new TreeSet<>();
    for (MatchResult row : rows()) {
      told.addAll(names(row.group(2)));
    }
    assertThat(there).containsAll(told);
    assertThat(told)
        .containsAll(
            there.stream().filter(name -> NUMBERED.matcher(method(name)).matches()).toList());
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map(found -> found.group(1) + "." + found.group(2))
        .toList();
  }

  private static String method(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Class and method of everything that may be a test, module by module. */
  private static Set<String> tests() throws IOException {
    Set<String> found = new HashSet<>();
    for (String module : List.of("datasets", "ingest", "analytics", "dashboard")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          found.addAll(methods(file));
        }
      }
    }
    return found;
  }

  private static Set<String> methods(Path file) throws IOException {
    String type = file.getFileName().toString().replace(".java", "");
    Matcher methods = METHOD.matcher(Files.readString(file));
    return methods.results().map(found -> type + "." + found.group(1)).collect(Collectors.toSet());
  }
}

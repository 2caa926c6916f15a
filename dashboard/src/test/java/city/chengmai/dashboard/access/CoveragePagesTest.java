package city.chengmai.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages that the coverage table of the source texts names, against the routes that there are. */
class CoveragePagesTest {

  private static final Pattern SECTION =
      Pattern.compile("(?s)<!-- coverage -->\n(.*?)<!-- /coverage -->");
  private static final Pattern PAGE = Pattern.compile("`(/[^`]*)`");

  @Test
  void everyPageOfTheTableIsARoute() throws IOException {
    Set<String> routes =
        RouteTable.rows().stream()
            .filter(row -> row.method().equals("GET"))
            .map(RouteRow::path)
            .collect(Collectors.toSet());
    List<String> told =
        PAGE.matcher(section()).results().map(found -> found.group(1)).distinct().toList();
    assertThat(told).hasSizeGreaterThan(15);
    assertThat(routes).containsAll(told);
  }

  private static String section() throws IOException {
    return SECTION
        .matcher(Files.readString(Path.of("..", "datasets", "README.md")))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }
}

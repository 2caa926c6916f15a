package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UsersFileTest {
  private static final Pattern HIDDEN =
      Pattern.compile("<query>REVOKE SELECT ON (chengmai\\w*)\\.(\\w+)</query>");

  @Test
  void whatIsHiddenInTheWholeIsHiddenInItsParts() throws IOException {
    for (String role : List.of("reader", "analyst")) {
      String user = user(role);
      assertThat(hidden(user, "chengmai"))
          .as(role)
          .hasSizeGreaterThan(4)
          .containsExactlyElementsOf(hidden(user, "chengmai_local"));
    }
  }

  private static List<String> hidden(String user, String database) {
    return HIDDEN
        .matcher(user)
        .results()
        .filter(found -> found.group(1).equals(database))
        .map((MatchResult found) -> found.group(2))
        .filter(table -> !table.startsWith("schema_"))
        .sorted()
        .toList();
  }

  private static String user(String role) throws IOException {
    try (InputStream in = EngineFiles.class.getResourceAsStream("users.xml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int from = text.indexOf("<chengmai_" + role + ">");
      return text.substring(from, text.indexOf("</chengmai_" + role + ">"));
    }
  }
}

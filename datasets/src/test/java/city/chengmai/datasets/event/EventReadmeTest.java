package city.chengmai.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventReadmeTest {

  @Test
  void tableListsEveryTypeOnceInOrder() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table =
        readme.substring(readme.indexOf("<!-- events -->"), readme.indexOf("<!-- /events -->"));
    List<String> listed =
        table.lines().filter(line -> line.startsWith("| `")).map(EventReadmeTest::name).toList();
    assertThat(listed)
        .containsExactlyElementsOf(Stream.of(EventType.values()).map(EventType::wireName).toList());
  }

  @Test
  void namesEveryReasonOfADeadLetter() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(DeadLetterReason.values())
        .allSatisfy(reason -> assertThat(readme).contains("`" + reason.wireName() + "`"));
  }

  private static String name(String line) {
    int start = line.indexOf('`') + 1;
    return line.substring(start, line.indexOf('`', start));
  }
}

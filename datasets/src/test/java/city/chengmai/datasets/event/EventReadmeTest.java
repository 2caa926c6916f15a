package city.chengmai.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventReadmeTest {

  @Test
  void readmeHasTheFamiliesTheirTypesAndMembers() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("<!-- events -->\n" + PayloadMembers.markdown() + "<!-- /events -->");
  }

  @Test
  void namesEveryReasonOfADeadLetter() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(DeadLetterReason.values())
        .allSatisfy(reason -> assertThat(readme).contains("`" + reason.wireName() + "`"));
  }
}

package city.chengmai.dashboard.page.review;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IngestReasonTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern CODE =
      Pattern.compile("\\.because\\(\\s*(?:\\w+ \\? )?\"([a-z-]+)\"(?: : \"([a-z-]+)\")?");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Figures CHINESE = new Figures(Language.CHINESE, ZONE);
  private static final Figures ENGLISH = new Figures(Language.ENGLISH, ZONE);

  @Test
  void everyCodeThatAPartGivesHasWordsInBothLanguages() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String module : List.of("ingest", "datasets", "analytics", "dashboard")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          CODE.matcher(Files.readString(file))
              .results()
              .flatMap(code -> Stream.of(code.group(1), code.group(2)))
              .filter(Objects::nonNull)
              .forEach(codes::add);
        }
      }
    }
    assertThat(codes).contains("restoring", "broker-silent", "run-failed", "analytics-lost");
    Stream.of(ErrorCategory.values()).map(ErrorCategory::wireName).forEach(codes::add);
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      assertThat(codes)
          .as(language.name())
          .allMatch(code -> messages.has("ingest.because." + code));
    }
  }

  @Test
  void aReasonIsToldInTheReadersLanguageWithTheDetailBesideIt() {
    IngestReason reason =
        new IngestReason("not-deleted", List.of("2026-06-01T00:00:00Z"), "not deleted since ...");
    assertThat(reason.words(CHINESE)).contains("个人信息").contains("08:00");
    assertThat(reason.words(ENGLISH)).startsWith("Since ").contains("08:00");
    assertThat(reason.smallPrint(CHINESE)).isEqualTo("not deleted since ...");
  }

  @Test
  void theTableKeepsCodeAndArguments() {
    IngestReason reason =
        IngestReason.stored("topology-stopped(ERROR): the topology\nis: in ERROR");
    assertThat(reason.code()).isEqualTo("topology-stopped");
    assertThat(reason.arguments()).containsExactly("ERROR");
    assertThat(reason.detail()).isEqualTo("the topology\nis: in ERROR");
    assertThat(reason.words(CHINESE)).contains("ERROR");
    assertThat(IngestReason.stored("restoring: it restores").arguments()).isEmpty();
  }

  @Test
  void whatHasNoWordsIsShownAsItIs() {
    IngestReason plain = IngestReason.stored("query (id 1): no route to host");
    assertThat(plain.words(CHINESE)).isEqualTo("query (id 1): no route to host");
    assertThat(plain.smallPrint(CHINESE)).isEmpty();
    IngestReason unknown = new IngestReason("of-tomorrow", List.of(), "a newer ingest");
    assertThat(unknown.words(ENGLISH)).isEqualTo("a newer ingest");
    assertThat(new IngestReason("", List.of(), "").words(CHINESE)).isEmpty();
  }
}

package city.chengmai.ingest.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {

  private static final String HASH = "ab".repeat(32);
  private static final String GOOD =
      "hotline:\n  key-sha256: "
          + HASH
          + "\n  sources: [\"urn:a\", \"urn:b*\"]\n"
          + "  types: [\"cn.grid.order.*\"]\n";

  private KeyFile file;

  @BeforeEach
  void name(@TempDir Path directory) {
    file = new KeyFile(directory.resolve("made/keys.yaml"));
  }

  @Test
  void isMadeForItsOwnerOnlyAndWithoutSources() throws Exception {
    file.makeIfMissing();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(file.rules(file.text())).isEmpty();
    file.add("hotline", GOOD);
    assertThat(file.rules(file.text())).extracting(SourceRules::name).containsExactly("hotline");
    assertThatThrownBy(() -> file.add("hotline", GOOD)).hasMessageContaining("already");
  }

  @Test
  void absentMembersHaveDefaults() {
    SourceRules rules = file.rules(GOOD).get(0);
    assertThat(rules.eventsPerSecond()).isEqualTo(100);
    assertThat(rules.burst()).isEqualTo(200);
    assertThat(rules.largestEventBytes()).isEqualTo(65_536);
    assertThat(rules.open311Source()).isEmpty();
    Source source = Source.fresh(rules);
    assertThat(source.maySendAs("urn:a")).isTrue();
    assertThat(source.maySendAs("urn:ab")).isFalse();
    assertThat(source.maySendAs("urn:bcd")).isTrue();
    assertThat(source.maySendType("cn.grid.order.received")).isTrue();
    assertThat(source.maySendType("cn.grid.case.reported")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key-sha256: ab   | key-sha256: zz            | 64 hexadecimal digits
          types:           | type:                     | type
          cn.grid.order.*  | cn.grid.nothing           | is no event type
          cn.grid.order.*  | cn.*.order                | a * at the end
          hotline:         | Hot Line:                 | small letters
          sources:         | burst: 0\\n  sources:     | from 1 to
          sources:         | sources: []\\n  x:        | x
          sources: ["urn:a", "urn:b*"] | sources: [] | at least one
          """)
  void whatIsWrongIsNamedWithFileAndMember(String good, String bad, String named) {
    String text = GOOD.replace(good, bad.replace("\\n", "\n"));
    assertThatThrownBy(() -> file.rules(text))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("keys.yaml")
        .hasMessageContaining(named);
  }

  @Test
  void aRepeatedSourceIsRefused() {
    assertThatThrownBy(() -> file.rules(GOOD + GOOD)).hasMessageContaining("keys.yaml");
  }

  @Test
  void aNewKeyIsLongAndItsHashIsNotIt() {
    String key = ApiKey.make();
    assertThat(key).startsWith("cmk_").hasSizeGreaterThan(40).isNotEqualTo(ApiKey.make());
    assertThat(ApiKey.hashText(key)).hasSize(64).doesNotContain(key);
  }
}

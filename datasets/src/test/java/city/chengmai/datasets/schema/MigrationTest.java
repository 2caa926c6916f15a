package city.chengmai.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private final List<Migration> migrations = Migration.all();

  @Test
  void numbersHaveNoGap() {
    for (int i = 0; i < migrations.size(); i++) {
      assertThat(migrations.get(i).number()).isEqualTo(i + 1);
    }
  }

  @Test
  void checksumsAreFrozen() {
    assertThat(migrations)
        .allSatisfy(
            migration ->
                assertThat(Migration.checksum(Migration.resource(migration.name())))
                    .as("an applied migration never changes; add one: %s", migration.name())
                    .isEqualTo(migration.checksum()));
  }

  @Test
  void everyFileIsListed() throws IOException, URISyntaxException {
    Path index = Path.of(Migration.class.getResource("checksums.txt").toURI());
    try (Stream<Path> files = Files.list(index.resolveSibling("."))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".sql")))
          .as("a migration is listed in checksums.txt with its sha256")
          .containsExactlyInAnyOrderElementsOf(migrations.stream().map(Migration::name).toList());
    }
  }

  @Test
  void everyStatementCanBeRepeated() {
    assertThat(migrations.stream().flatMap(migration -> migration.statements().stream()))
        .allMatch(
            statement ->
                statement.contains("IF NOT EXISTS")
                    || statement.contains("IF EXISTS")
                    || statement.contains(" DELETE WHERE "));
  }

  @Test
  void semicolonsInQuotesAndCommentsDoNotSplit() {
    assertThat(SqlScript.statements("-- a;b\nSELECT ';'; /* ; */ SELECT `;`, 'it''s;'"))
        .containsExactly("SELECT ';'", "SELECT `;`, 'it''s;'");
  }
}

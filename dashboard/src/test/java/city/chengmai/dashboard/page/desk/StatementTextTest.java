package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|0",
        "-- nothing|0",
        "/* ; */ ;;|0",
        "SELECT 1|1",
        "SELECT 1; -- the end|1",
        "SELECT ';', \";\", `;`|1",
        "SELECT 'it''s; \\'; x'|1",
        "SELECT $tag$ ; $tag$|1",
        "SELECT 1 # one; two|1",
        "SELECT 1; SELECT 2|2",
        "SELECT 1;/**/DROP TABLE t|2",
        "SELECT '|1"
      })
  void semicolonsCountOnlyBetweenStatements(String text, int statements) {
    assertThat(StatementText.count(text)).isEqualTo(statements);
  }
}

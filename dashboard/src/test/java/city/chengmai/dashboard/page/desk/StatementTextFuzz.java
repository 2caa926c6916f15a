package city.chengmai.dashboard.page.desk;

import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;
import java.util.Map;

/** Counting statements, finding placeholders, and cells of a spreadsheet, of any text. */
public final class StatementTextFuzz implements FuzzTarget {

  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  @Override
  public List<String> seeds() {
    return List.of(
        "SELECT {a:UInt8}, { b : Array(String) } -- ;",
        "SELECT $a$ ; $a$; /* ' */ `x\\`;`",
        "'\\",
        "$",
        "=1+1",
        "＝1",
        "\n=1",
        "{a:" + " ".repeat(5_000));
  }

  @Override
  public List<String> words() {
    return List.of("{a:", "}", "$x$", "/*", "*/", "--", "#!", "\\'", ";", "``", "Identifier");
  }

  @Override
  public void take(byte[] input) {
    String text = FuzzTarget.text(input);
    if (StatementText.count(text) > text.length()) {
      throw new IllegalStateException("more statements than letters in " + text);
    }
    if (StatementText.count(text.replace(";", "")) > 1) {
      throw new IllegalStateException("two statements without a semicolon in " + text);
    }
    Placeholders.of(text).values(Map.of("a", "1"));
    String cell = CsvExport.harmless(text);
    if (!cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0) {
      throw new IllegalStateException("a spreadsheet would compute " + cell);
    }
    if (!cell.endsWith(text)) {
      throw new IllegalStateException(text + " became " + cell);
    }
  }
}

package city.chengmai.dashboard.page.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Rows of one run on their way into memory, weighed as they come. Single-threaded. */
final class KeptRows {

  /** An object on the heap with its reference, about. */
  private static final int CELL_BYTES = 64;

  private static final int CHARACTER_BYTES = 2;

  private final List<JsonNode> rows = new ArrayList<>();
  private final long mostBytes;
  private long bytes;

  KeptRows(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Keeps a row.
   *
   * @throws RefusedException when the rows weigh more than the desk keeps of one run
   */
  void add(JsonNode row) {
    ArrayNode copy = row.deepCopy();
    for (int i = 0; i < copy.size(); i++) {
      JsonNode cell = copy.get(i);
      String text = cell.isContainerNode() ? cell.toString() : cell.asText();
      // A browser's numbers lose digits beyond 2^53, so longer integers travel as text.
      if (cell.isIntegralNumber() && !cell.isInt()) {
        copy.set(i, copy.textNode(text));
      }
      bytes += CELL_BYTES + (long) CHARACTER_BYTES * text.length();
    }
    if (bytes > mostBytes) {
      throw new RefusedException(Refusal.byDesk("bytes", String.valueOf(mostBytes / 1_000_000)));
    }
    rows.add(copy);
  }

  int size() {
    return rows.size();
  }

  ResultTable table(List<ResultColumn> columns, boolean truncated) {
    return new ResultTable(columns, rows, truncated, bytes);
  }
}

package city.chengmai.datasets.source.mapping;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** One row while it is mapped: its cells by column name, and the notes so far. */
final class Row {

  private static final String REPLACEMENT = "\uFFFD";

  private final CSVRecord cells;
  private final List<String> notes = new ArrayList<>();

  Row(CSVRecord cells) throws RowRefusedException {
    this.cells = cells;
    // Not isConsistent, which counts columns without a name once.
    if (cells.size() != cells.getParser().getHeaderNames().size()) {
      throw new RowRefusedException(RowNote.CELLS);
    }
    if (cells.stream().anyMatch(cell -> cell.contains(REPLACEMENT))) {
      throw new RowRefusedException(RowNote.BAD_ENCODING);
    }
  }

  /** The cell without outer blanks; empty when the mapping names no column. */
  String text(String column) {
    return column.isEmpty() ? "" : cells.get(column).strip();
  }

  void note(RowNote note) {
    notes.add(note.wireName());
  }

  List<String> notes() {
    return notes;
  }
}

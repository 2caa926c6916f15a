package city.chengmai.datasets.source.file;

import java.util.List;

/** A row of a table with one header for all rows. */
record TableRow(String file, long number, Header header, List<String> cells, RowFault fault)
    implements SourceRow {

  private static final String REPLACEMENT = "\uFFFD";

  static TableRow of(String file, long number, Header header, List<String> cells) {
    return new TableRow(file, number, header, cells, fault(header, cells));
  }

  @Override
  public String cell(String column) {
    int place = header.place(column);
    return place < 0 || place >= cells.size() ? "" : cells.get(place).strip();
  }

  @Override
  public boolean has(String column) {
    return header.place(column) >= 0;
  }

  private static RowFault fault(Header header, List<String> cells) {
    if (cells.size() != header.size()) {
      return RowFault.CELLS;
    }
    return cells.stream().anyMatch(cell -> cell.contains(REPLACEMENT))
        ? RowFault.BAD_ENCODING
        : RowFault.NONE;
  }
}

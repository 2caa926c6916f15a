package city.chengmai.datasets.source.file;

/** One row of a file: its cells by column name, and where it stands. Used by one thread. */
public interface SourceRow {

  /** Name of the file. */
  String file();

  /** Number of the row in its file, from 1; a header does not count. */
  long number();

  /** The cell without outer blanks; empty when it is blank or there is no such column. */
  String cell(String column);

  /** Whether the row can have a cell of this name; letter case and blanks do not matter. */
  boolean has(String column);

  /** What is wrong with the whole row. */
  RowFault fault();
}

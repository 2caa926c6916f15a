package city.chengmai.datasets.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one file, one after the other. Belongs to one thread. */
public interface RowReader extends Closeable {

  /** Names of the columns as written; empty when each row names its own, as in JSON. */
  List<String> columns();

  /** Whether it has a column of this name; letter case and blanks do not matter. */
  default boolean hasColumn(String name) {
    String wanted = Words.normal(name);
    return columns().stream().map(Words::normal).anyMatch(wanted::equals);
  }

  /**
   * The next row, empty after the last one.
   *
   * @throws IOException when the file cannot be read on
   */
  Optional<SourceRow> next() throws IOException;
}

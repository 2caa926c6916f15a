package city.chengmai.datasets.source.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Whether the first row of a table names its columns. */
public enum HeaderRow {
  /** It does: {@code true} in a mapping. */
  FIRST,
  /** It does not: {@code false} in a mapping, which then names the columns. */
  NONE,
  /** It does when it holds the names that the mapping gives: {@code auto}. */
  AUTO;

  /** The value of these words in a mapping. */
  @JsonCreator
  static HeaderRow of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> FIRST;
      case "false" -> NONE;
      case "auto" -> AUTO;
      default ->
          throw new IllegalArgumentException(
              "file.header is \"" + word + "\", expected true, false or auto");
    };
  }
}

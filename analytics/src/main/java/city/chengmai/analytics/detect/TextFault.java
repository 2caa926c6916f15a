package city.chengmai.analytics.detect;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.nio.charset.CharacterCodingException;

/**
 * Says why a file could not be read as text: another encoding, a folder, a quote that never ends.
 */
public final class TextFault {

  private TextFault() {}

  /** The refusal of a file. */
  public static StoreException of(String file, Exception fault) {
    Throwable first = fault;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String seen =
        first instanceof CharacterCodingException
            ? "bytes of another encoding; save it as UTF-8"
            : first.getClass().getSimpleName() + ": " + first.getMessage();
    return new StoreException(
        ErrorCategory.BAD_INPUT,
        "reading " + file + ": expected UTF-8 text with commas between columns, seen " + seen,
        fault);
  }
}

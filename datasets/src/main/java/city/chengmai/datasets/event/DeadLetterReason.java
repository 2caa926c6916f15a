package city.chengmai.datasets.event;

import java.util.Locale;

/** Why an event was refused, or told of. It is kept, counted and shown; the stream goes on. */
public enum DeadLetterReason {
  /** The bytes are not a JSON object. */
  NOT_JSON,
  /** The bytes are not UTF-8. */
  BAD_ENCODING,
  /** More than {@value #LARGEST_BYTES} bytes, the size that CloudEvents receivers must accept. */
  TOO_LARGE,
  /** A CloudEvents attribute that must be there is missing or malformed. */
  MISSING_ATTRIBUTE,
  /** No event type of this name is known. */
  UNKNOWN_TYPE,
  /** The payload does not fit the JSON Schema of its type. */
  SCHEMA_VIOLATION,
  /** The case cannot take this step from where it stands. */
  IMPOSSIBLE_ORDER,
  /** The event says that it happened after now. */
  FROM_THE_FUTURE,
  /** The point lies in no area of the city. */
  OUTSIDE_CITY,
  /** The same source and id with the same content came before. */
  DUPLICATE,
  /**
   * The same source and id with other content came before. What arrived is taken as a revision
   * where it can be one, and the letter says so.
   */
  CONFLICTING_DUPLICATE,
  /** ClickHouse refused the row. */
  ROW_REFUSED;

  /** The largest event that is read, in bytes (CloudEvents 1.0, size limits). */
  public static final int LARGEST_BYTES = 65_536;

  /** The name in topics, tables and message keys, for example {@code not-json}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

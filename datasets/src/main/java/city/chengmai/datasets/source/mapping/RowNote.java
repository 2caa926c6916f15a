package city.chengmai.datasets.source.mapping;

import java.util.Locale;

/** What a row made the mapping do. Notes are counted, they hold no values from the row. */
public enum RowNote {
  /** The point is one that stands for "unknown"; it was dropped. */
  DEFAULT_POINT,
  /** The point is not two numbers on Earth; it was dropped. */
  BAD_POINT,
  /** The area name is none of the city's areas; it was passed on as it is. */
  UNKNOWN_AREA,
  /** Neither point nor area is known. */
  NOT_LOCATED,
  /** The category path is not in the category file; it was passed on. */
  UNKNOWN_CATEGORY,
  /** The category columns are blank; the default was taken. */
  NO_CATEGORY,
  /** The channel is not in the vocabulary; the default was taken. */
  UNKNOWN_CHANNEL,
  /** The status is not in the vocabulary; the closing time decided. */
  UNKNOWN_STATUS,
  /** A local time that occurred twice as clocks went back; the earlier one was taken. */
  AMBIGUOUS_TIME,
  /** A local time that was skipped as clocks went forward; it was moved forward. */
  SKIPPED_TIME,
  /** Closed before opened. */
  CLOSED_BEFORE_OPENED,
  /** Due before opened. */
  DUE_BEFORE_OPENED,
  /** The status says closed but there is no closing time. */
  CLOSED_WITHOUT_TIME,
  /** The status says open but there is a closing time. */
  OPEN_WITH_CLOSING_TIME,
  /** The row has another number of cells than the header. Always refused. */
  CELLS,
  /** The row holds bytes that are not in the file's charset. Always refused. */
  BAD_ENCODING,
  /** The id is blank. Always refused. */
  NO_ID,
  /** There is no opening time. Always refused. */
  NO_OPENING_TIME,
  /** A time fits none of the formats. Always refused. */
  UNREADABLE_TIME;

  /** The name in counts and message keys, for example {@code default-point}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name when the row is refused for it, for example {@code refused:no-id}. */
  public String refusal() {
    return "refused:" + wireName();
  }
}

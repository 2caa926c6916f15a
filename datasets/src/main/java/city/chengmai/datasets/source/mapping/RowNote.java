package city.chengmai.datasets.source.mapping;

import java.util.Locale;

/** What a row made the mapping do; counted in reports, and in feeds without the values. */
public enum RowNote {
  /** The point is one that stands for "unknown"; it was dropped. */
  DEFAULT_POINT("a point of its own"),
  /** The point is not two numbers on Earth; it was dropped. */
  BAD_POINT("longitude -180 to 180 and latitude -90 to 90 in degrees"),
  /** The point lies outside {@code point.within}; it was dropped. */
  OUTSIDE_POINT("a point within point.within of the mapping"),
  /** The point lies outside the area that the row names; a rule decides. */
  POINT_OUTSIDE_AREA("a point in the area that the row names"),
  /** The area name is none of the city's areas; it was passed on as it is. */
  UNKNOWN_AREA("id, name or alias of an area of the city"),
  /** Neither point nor area is known. */
  NOT_LOCATED("a point or an area"),
  /** The category path is not in the category file; it was passed on. */
  UNKNOWN_CATEGORY("a category of the city"),
  /** The category columns are blank; the default was taken. */
  NO_CATEGORY("a category"),
  /** The channel is not in the vocabulary; the default was taken. */
  UNKNOWN_CHANNEL("a word of channel.values"),
  /** The status is not in the vocabulary; the closing time decided. */
  UNKNOWN_STATUS("a word of status.values"),
  /** The unit is not in the vocabulary; it was passed on, or the default was taken. */
  UNKNOWN_UNIT("a word of unit.values"),
  /** There is no unit; the case was not dispatched. */
  NO_UNIT("a responsible unit"),
  /** A local time that occurred twice as clocks went back. */
  AMBIGUOUS_TIME("a local time that occurred once"),
  /** A local time that was skipped as clocks went forward. */
  SKIPPED_TIME("a local time that occurred"),
  /** Closed before opened. */
  CLOSED_BEFORE_OPENED("a closing time that is not before the opening time"),
  /** Due before opened. */
  DUE_BEFORE_OPENED("a due time that is not before the opening time"),
  /** The due time fits none of the formats; the case has none. */
  UNREADABLE_DUE("a time in one of times.formats"),
  /** The status says closed but there is no closing time. */
  CLOSED_WITHOUT_TIME("a closing time, because the status says closed"),
  /** The status says open but there is a closing time. */
  OPEN_WITH_CLOSING_TIME("no closing time, because the status says open"),
  /** A closed case came back. */
  REOPENED("nothing; the case came back"),
  /** A later row names another unit. */
  REASSIGNED("nothing; another unit took the case over"),
  /** A later row tells of a change, but not when it was. */
  CHANGE_WITHOUT_TIME("a time in the column of updated"),
  /** A measure of the row is blank; it gave no reading. */
  NO_VALUE("a number"),
  /** A measure of the row is no number; it gave no reading. */
  BAD_VALUE("a number"),
  /** The same row came before. Always refused, because it says nothing new. */
  REPEATED_ROW("a row that did not come before"),
  /** The id came before with other content; a rule decides. */
  REPEATED_ID("an id that did not come before"),
  /** The id is that of a case from another source; a rule decides. */
  KNOWN_ELSEWHERE("an id that the other source does not have"),
  /** The row cannot be read as a row. Always refused. */
  UNREADABLE_ROW("a JSON object"),
  /** The row has another number of cells than the header. Always refused. */
  CELLS("as many cells as the header has"),
  /** The row holds bytes that are not in the file's charset. Always refused. */
  BAD_ENCODING("text in the charset of the mapping"),
  /** The id is blank. Always refused. */
  NO_ID("an id"),
  /** There is no opening time. Always refused. */
  NO_OPENING_TIME("an opening time"),
  /** A time fits none of the formats. Always refused. */
  UNREADABLE_TIME("a time in one of times.formats");

  private final String expected;

  RowNote(String expected) {
    this.expected = expected;
  }

  /** What would have fitted, in words. */
  public String expected() {
    return expected;
  }

  /** The name in counts and message keys, for example {@code default-point}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name when the row is refused for it, for example {@code refused:no-id}. */
  public String refusal() {
    return "refused:" + wireName();
  }
}

package city.chengmai.dashboard.library;

import java.util.Arrays;
import java.util.Locale;

/** What a run of a scheduled statement means for its alert (判定). */
public enum RunVerdict {
  /** The condition is met. */
  MET,
  /** It is not. */
  NOT_MET,
  /** The result has no number to compare: says nothing either way. */
  NO_NUMBER,
  /** There is no condition. */
  UNJUDGED,
  /** There is no result: says nothing either way. */
  FAILED;

  /** The name in tables and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The verdict of a name; one that nobody knows says nothing. */
  static RunVerdict of(String wireName) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.wireName().equals(wireName))
        .findFirst()
        .orElse(FAILED);
  }
}

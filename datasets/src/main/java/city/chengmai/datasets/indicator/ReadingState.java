package city.chengmai.datasets.indicator;

import java.util.Arrays;

/** The states of a {@link Reading}, with the word kept in tables. */
public enum ReadingState {
  /** Enough sample: the value counts. */
  MEASURED("measured"),
  /** Too small a sample (样本不足). */
  INSUFFICIENT("insufficient"),
  /** Not meant for this kind of area. */
  NOT_APPLICABLE("not-applicable"),
  /** Nothing counted. */
  NO_DATA("no-data");

  private final String key;

  ReadingState(String key) {
    this.key = key;
  }

  /** The word kept in tables. */
  public String key() {
    return key;
  }

  /** The state with this word. */
  public static ReadingState of(String key) {
    return Arrays.stream(values())
        .filter(state -> state.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown reading state " + key));
  }
}

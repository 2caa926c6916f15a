package city.chengmai.ingest.sink;

import java.time.Duration;
import java.util.Objects;

/**
 * When a batch goes to ClickHouse: at the first of these.
 *
 * @param rows rows in it
 * @param bytes bytes in it
 * @param age time since its first row; a batch that is a tenth full by then waits four times as
 *     long
 */
public record BatchLimits(int rows, long bytes, Duration age) {

  /** Refuses what is not positive. */
  public BatchLimits {
    Objects.requireNonNull(age, "age");
    if (rows < 1 || bytes < 1 || age.isNegative()) {
      throw new IllegalArgumentException("limits " + rows + ", " + bytes + ", " + age);
    }
  }
}

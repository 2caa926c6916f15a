package city.chengmai.datasets.clickhouse;

import java.util.Objects;

/**
 * The operating faults of Chengmai: something outside the program is not as it has to be. Messages
 * say what was attempted, what was seen and what to do; they never hold record values or secrets.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOT_ENOUGH_SPACE = 243;

  private final ErrorCategory category;
  private final int clickHouseCode;

  /** A fault without a ClickHouse error code. */
  public StoreException(ErrorCategory category, String message, Throwable cause) {
    this(category, 0, message, cause);
  }

  /** A fault without a ClickHouse error code and without a cause. */
  public StoreException(ErrorCategory category, String message) {
    this(category, 0, message, null);
  }

  private StoreException(
      ErrorCategory category, int clickHouseCode, String message, Throwable cause) {
    super(message, cause);
    this.category = Objects.requireNonNull(category, "category");
    this.clickHouseCode = clickHouseCode;
  }

  /** A refusal by the server, with its error code; the category follows from the code. */
  public static StoreException ofClickHouse(int code, String message) {
    return new StoreException(ErrorCategory.ofClickHouseCode(code), code, message, null);
  }

  /** What kind of trouble it is. */
  public ErrorCategory category() {
    return category;
  }

  /** ClickHouse error code, 0 when the server said nothing. */
  public int clickHouseCode() {
    return clickHouseCode;
  }

  /** Whether the server has no room on its disk: it goes on when there is some. */
  public boolean isDiskFull() {
    return clickHouseCode == NOT_ENOUGH_SPACE
        || (clickHouseCode != 0 && getMessage().contains("No space left on device"));
  }

  /** Exit code of a process that ends for this reason. */
  public int exitCode() {
    return category.exitCode();
  }

  /** Whether the same attempt may succeed later by itself. */
  public boolean retryable() {
    return category.retryable();
  }
}

package city.chengmai.datasets.clickhouse;

import java.util.Locale;
import java.util.Set;

/**
 * What kind of trouble an operation met. Exit code, retry and (in the dashboard) HTTP status follow
 * from the category, here and nowhere else.
 */
public enum ErrorCategory {
  /** A setting, a missing tool or a wrong password: a person has to change something. */
  BAD_CONFIGURATION(2),
  /** The data handed over cannot be read. */
  BAD_INPUT(3),
  /** The store or the broker does not answer, or asks to come back later. */
  STORE_UNAVAILABLE(4),
  /** The store answered and said no: rights, limits, syntax. */
  STORE_REFUSED(5),
  /** A fault of ours. */
  DEFECT(1);

  private static final Set<Integer> CREDENTIALS = Set.of(192, 193, 194, 516);
  private static final Set<Integer> UNREADABLE_DATA = Set.of(6, 25, 26, 27, 33, 38, 41, 72, 117);
  private static final Set<Integer> COME_BACK_LATER =
      Set.of(202, 209, 210, 236, 242, 243, 252, 279, 319, 425, 439, 999);

  private final int exitCode;

  ErrorCategory(int exitCode) {
    this.exitCode = exitCode;
  }

  /** Process exit code of a service that ends for this reason. */
  public int exitCode() {
    return exitCode;
  }

  /** The name in health answers and message keys, for example {@code store-unavailable}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the same attempt may succeed later without anybody changing anything. */
  public boolean retryable() {
    return this == STORE_UNAVAILABLE;
  }

  /**
   * Category of a ClickHouse error code; codes are listed in the server's {@code system.errors}.
   */
  public static ErrorCategory ofClickHouseCode(int code) {
    if (CREDENTIALS.contains(code)) {
      return BAD_CONFIGURATION;
    }
    if (UNREADABLE_DATA.contains(code)) {
      return BAD_INPUT;
    }
    return COME_BACK_LATER.contains(code) ? STORE_UNAVAILABLE : STORE_REFUSED;
  }
}

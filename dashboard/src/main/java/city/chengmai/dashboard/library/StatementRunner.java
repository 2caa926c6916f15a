package city.chengmai.dashboard.library;

import java.util.Optional;

/** Runs a kept statement as the analyst, within the desk's limits. Blocking. */
public interface StatementRunner {

  /**
   * What came of it.
   *
   * @param rows at most 10,000
   * @param value first number of the first row; empty when there is none
   * @param reason why it failed, as the desk's messages name it; empty when it did not
   * @param argument what the reason names
   * @param detail the server's own words
   */
  record Result(long rows, Optional<Double> value, String reason, String argument, String detail) {

    /** Whether there is no result. */
    public boolean failed() {
      return !reason.isEmpty();
    }
  }

  /** Runs an edition with the values that it offers; a failure is a result, never an exception. */
  Result run(SavedQuery query);
}

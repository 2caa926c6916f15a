package city.chengmai.dashboard.page.desk;

import java.util.Optional;

/** What runs statements for the desk and knows of those under way. Blocking, thread-safe. */
interface StatementEngine {

  /**
   * Runs a statement to its end or to one row past its limit.
   *
   * @throws RefusedException when its text or the size of its result is refused
   */
  DeskOutcome.Finished run(DeskRun run);

  /** What is known of a run under way, empty when it is not known (any more). */
  Optional<DeskProgress> progress(String queryId);

  /** Asks for a run to be ended; it is gone when {@link #progress} no longer knows it. */
  void kill(String queryId);
}

package city.chengmai.analytics.job;

/** Hears how far a run is. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = (done, total, message) -> {};

  /**
   * A step was reached.
   *
   * @param done steps done
   * @param total all steps, 0 when unknown
   * @param message what comes next
   */
  void step(long done, long total, String message);
}

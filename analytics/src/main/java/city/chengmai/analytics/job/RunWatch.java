package city.chengmai.analytics.job;

import java.time.Duration;

/** Hears how jobs and runs went, on the thread that ran them. */
public interface RunWatch {

  /** Hears nothing. */
  RunWatch DEAF =
      new RunWatch() {
        @Override
        public void jobEnded(String job, Duration took, long rows, boolean good) {}

        @Override
        public void runEnded(Duration took, boolean good, String reason) {}
      };

  /**
   * A job of a run is over.
   *
   * @param rows rows that it wrote, 0 when it failed
   * @param good whether it did all that it is for
   */
  void jobEnded(String job, Duration took, long rows, boolean good);

  /**
   * A run of all jobs is over.
   *
   * @param good whether it came to its end; jobs that stand alone may have failed all the same
   * @param reason why it did not, empty when it did
   */
  void runEnded(Duration took, boolean good, String reason);
}

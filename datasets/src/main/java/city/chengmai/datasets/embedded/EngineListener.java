package city.chengmai.datasets.embedded;

import java.time.Duration;

/** Hears of the engine's unexpected ends; called on the supervisor's thread. */
public interface EngineListener {
  /** Says nothing to anybody; the log still has it. */
  EngineListener SILENT = new EngineListener() {};

  /**
   * The engine's process ended although nobody asked it to; it is started again after the delay.
   */
  default void ended(int exitCode, Duration restartIn) {}

  /** The engine answers again, on the same ports and with the same data. */
  default void restarted(long pid) {}
}

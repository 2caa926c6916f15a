package city.chengmai.dashboard.local;

import java.util.Locale;

/** How far a part of the local run is. */
public enum PartState {
  /** Its turn has not come. */
  WAITING,
  /** Started, not yet of use. */
  STARTING,
  /** Died and will be started again. */
  RESTARTING,
  /** Serving. */
  READY,
  /** Finished its work. */
  DONE,
  /** Gave up; nobody restarts it. */
  FAILED;

  /** The name in JSON and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package city.chengmai.dashboard.chart;

/** The state of something that is watched. Shown by colour, shape and word together. */
public enum Status {
  /** As it should be. */
  NORMAL("○"),
  /** Late or near its limit. */
  WARNING("●"),
  /** Someone must act. */
  ALARM("▲"),
  /** Nothing is known; also hatched. */
  NO_DATA("▨");

  private final String shape;

  Status(String shape) {
    this.shape = shape;
  }

  /** The sign written beside the word. */
  public String shape() {
    return shape;
  }
}

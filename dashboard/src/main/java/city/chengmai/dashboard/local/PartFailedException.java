package city.chengmai.dashboard.local;

/** A part of the local run gave up, so the run cannot go on. */
public final class PartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PartFailure failure;

  /** The exception for this failure. */
  public PartFailedException(PartFailure failure) {
    super(failure.describe());
    this.failure = failure;
  }

  /** What failed and why. */
  public PartFailure failure() {
    return failure;
  }
}

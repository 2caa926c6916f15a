package city.chengmai.datasets.source.file;

/** A data file that cannot be read, or not to its end. The message says which, where, and why. */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what led to it. */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}

package city.chengmai.datasets.source;

/**
 * A city that cannot be loaded as described: a file is missing or a key holds something else than
 * expected. The message says which file and key, what was seen, what was expected and what to do.
 */
public final class CityConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public CityConfigurationException(String message) {
    super(message);
  }

  /** With what is wrong, what to do, and what led to it. */
  public CityConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}

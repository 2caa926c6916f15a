package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

/** A program sent a parameter that does not fit: answered with 400 and this explanation. */
public final class BadParameterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String seen;
  private final String expected;

  /**
   * What does not fit.
   *
   * @param name of the parameter
   * @param seen its value as it came
   * @param expected what would fit, in figures and names that need no language
   */
  public BadParameterException(String name, String seen, String expected) {
    super("parameter " + name + " is \"" + seen + "\", expected " + expected);
    this.name = requireNonNull(name, "name");
    this.seen = requireNonNull(seen, "seen");
    this.expected = requireNonNull(expected, "expected");
  }

  String name() {
    return name;
  }

  String seen() {
    return seen;
  }

  String expected() {
    return expected;
  }
}

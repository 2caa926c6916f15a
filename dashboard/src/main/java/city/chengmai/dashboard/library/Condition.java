package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When a result raises an alert (告警条件).
 *
 * @param bound that is to be passed; the bound itself does not pass
 */
public record Condition(Kind kind, double bound) {

  /** Never. */
  public static final Condition NONE = new Condition(Kind.NONE, 0);

  /** What is compared, and how. */
  public enum Kind {
    /** Nothing: it only runs. */
    NONE,
    /** More rows than the bound. */
    ROWS_ABOVE,
    /** Fewer rows than the bound. */
    ROWS_BELOW,
    /** The first number of the first row is above the bound. */
    VALUE_ABOVE,
    /** The first number of the first row is below the bound. */
    VALUE_BELOW;

    /** The name in tables, forms and message keys. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a name. */
    public static Optional<Kind> of(String wireName) {
      return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
  }

  /** Checks that the bound is a number. */
  public Condition {
    requireNonNull(kind, "kind");
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException("bound is " + bound + ", expected a finite number");
    }
  }

  /** Whether rows are counted rather than a number compared. */
  public boolean countsRows() {
    return kind == Kind.ROWS_ABOVE || kind == Kind.ROWS_BELOW;
  }

  /** What is compared; empty when the result has no such number. */
  public Optional<Double> observed(StatementRunner.Result result) {
    return countsRows() ? Optional.of((double) result.rows()) : result.value();
  }

  /** What a result means; a number that is missing is not zero. */
  public RunVerdict judge(StatementRunner.Result result) {
    if (result.failed()) {
      return RunVerdict.FAILED;
    }
    if (kind == Kind.NONE) {
      return RunVerdict.UNJUDGED;
    }
    return observed(result)
        .map(seen -> passes(seen) ? RunVerdict.MET : RunVerdict.NOT_MET)
        .orElse(RunVerdict.NO_NUMBER);
  }

  private boolean passes(double seen) {
    return isUpper() ? seen > bound : seen < bound;
  }

  /** Whether what is above the bound passes it. */
  boolean isUpper() {
    return kind == Kind.ROWS_ABOVE || kind == Kind.VALUE_ABOVE;
  }

  /** The bound as a number without an exponent. */
  public String shownBound() {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  /** In signs that need no language, for example {@code rows > 0}. */
  @Override
  public String toString() {
    return (countsRows() ? "rows" : "value") + (isUpper() ? " > " : " < ") + shownBound();
  }
}

package city.chengmai.dashboard.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does about a base record (校准环节). */
public enum StepKind {
  /** A field shall have another value. */
  PROPOSE,
  /** A second person agrees. */
  APPROVE,
  /** Nothing changes. */
  REJECT,
  /** The file holds the value from now on. */
  APPLY,
  /** The file holds what its sources tell again. */
  REVERT,
  /** A disagreement is no error, and why. */
  EXPLAIN;

  /** The name in tables, forms and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this name. */
  public static Optional<StepKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }
}

package city.chengmai.dashboard.page.empowerment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be done about a hit (命中): it is handed over, checked on site, and adopted or not. */
public enum HitStep {
  /** Given to a department (移交). */
  HAND_OVER,
  /** Found true on site (核实属实). */
  CONFIRM,
  /** Found untrue on site (核实不属实). */
  REJECT,
  /** The department acts on it (采纳). */
  ADOPT,
  /** The department does not act on it (不采纳). */
  DECLINE,
  /** A remark. */
  COMMENT;

  private static final Set<HitStep> ALWAYS = Set.of(HAND_OVER, CONFIRM, REJECT, COMMENT);

  /** Whether somebody looked on site. */
  boolean isCheck() {
    return this == CONFIRM || this == REJECT;
  }

  /** The name in the table and in forms, for example {@code hand-over}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<HitStep> of(String name) {
    return Arrays.stream(values()).filter(step -> step.wireName().equals(name)).findFirst();
  }

  /** What may follow; a verdict may be corrected, and only what was confirmed is adopted or not. */
  static List<HitStep> allowed(Optional<HitStep> verdict) {
    return Arrays.stream(values())
        .filter(step -> ALWAYS.contains(step) || verdict.equals(Optional.of(CONFIRM)))
        .filter(step -> verdict.isEmpty() || verdict.get() != step)
        .toList();
  }
}

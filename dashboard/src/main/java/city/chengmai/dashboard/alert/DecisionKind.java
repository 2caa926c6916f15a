package city.chengmai.dashboard.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is decided about a proposal for a threshold (阈值审批).
 *
 * <pre>
 * last decision   approve  reject  revert
 * none            yes      yes     -
 * approve         -        -       yes
 * reject          yes      -       -
 * revert          yes      -       -
 * </pre>
 */
public enum DecisionKind {
  /** The value holds from the next day on. */
  APPROVE,
  /** Nothing changes. */
  REJECT,
  /** The value from before holds again from the next day on. */
  REVERT;

  /** The name in tables, forms and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The decision of this name. */
  public static Optional<DecisionKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /** What may be decided after a decision, which is empty at first. */
  public static List<DecisionKind> allowedAfter(Optional<DecisionKind> last) {
    return last.map(kind -> kind == APPROVE ? List.of(REVERT) : List.of(APPROVE))
        .orElse(List.of(APPROVE, REJECT));
  }
}

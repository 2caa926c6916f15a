package city.chengmai.datasets.event;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a case stands in its life (案件阶段): eight stages on the way and three side states. {@link
 * #after} is the whole table of allowed steps; the package page draws it.
 */
public enum CaseStage {
  /** Told of (上报). */
  REPORTED,
  /** Confirmed on site (核实). */
  VERIFIED,
  /** Taken in (受理). */
  ACCEPTED,
  /** Meets a filing condition, the clock runs (立案). */
  FILED,
  /** With the responsible unit (派遣). */
  DISPATCHED,
  /** Fixed, says the unit (处置). */
  DISPOSED,
  /** Checked on site (核查). */
  CHECKED,
  /** Done (结案). */
  CLOSED,
  /** Given back by the unit (回退). */
  RETURNED,
  /** Clock stopped (挂账). */
  SUSPENDED,
  /** Void (作废). */
  CANCELLED;

  private static final Set<CaseStage> WITH_DESK = Set.of(REPORTED, VERIFIED, ACCEPTED);
  private static final Set<CaseStage> IN_HANDLING = Set.of(FILED, DISPATCHED, RETURNED);

  /**
   * The stage after an event of this type, or empty when a case that stands here cannot take that
   * step.
   *
   * @param type a case event other than {@link EventType#CASE_REPORTED}, which only starts a case
   */
  public Optional<CaseStage> after(EventType type) {
    return switch (type) {
      case CASE_VERIFIED -> from(this == REPORTED, VERIFIED);
      case CASE_ACCEPTED -> from(this == REPORTED || this == VERIFIED, ACCEPTED);
      case CASE_FILED -> from(WITH_DESK.contains(this), FILED);
      case CASE_DISPATCHED -> from(IN_HANDLING.contains(this) || this == CHECKED, DISPATCHED);
      case CASE_DISPOSED -> from(this == FILED || this == DISPATCHED, DISPOSED);
      case CASE_CHECKED -> from(this == DISPOSED, CHECKED);
      case CASE_CLOSED -> from(isFiled() && this != SUSPENDED, CLOSED);
      case CASE_RETURNED -> from(this == DISPATCHED, RETURNED);
      case CASE_EXTENDED -> from(isFiled(), this);
      case CASE_SUSPENDED -> from(IN_HANDLING.contains(this), SUSPENDED);
      case CASE_RESUMED -> from(this == SUSPENDED, DISPATCHED);
      case CASE_CANCELLED -> from(this != CLOSED && this != CANCELLED, CANCELLED);
      case CASE_REOPENED -> from(this == CLOSED, FILED);
      default -> Optional.empty();
    };
  }

  /** The name in tables and message keys, for example {@code dispatched}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean isFiled() {
    return !WITH_DESK.contains(this) && this != CLOSED && this != CANCELLED;
  }

  private static Optional<CaseStage> from(boolean allowed, CaseStage next) {
    return allowed ? Optional.of(next) : Optional.empty();
  }
}

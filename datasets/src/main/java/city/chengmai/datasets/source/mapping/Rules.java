package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * What to do with rows that contradict themselves or others. Either way the row gets a note.
 *
 * @param closedBeforeOpened refuse (default) or leave-open
 * @param dueBeforeOpened keep (default), drop the due time, or refuse
 * @param unreadableDue refuse (default) or drop the due time
 * @param closedWithoutTime leave-open (default) or refuse
 * @param openWithClosingTime leave-open (default), close, or refuse
 * @param pointOutsideArea keep both (default), drop the point, drop-area, or refuse
 * @param repeatedId refuse (default: the first row stands), update, or pass-on to the intake
 * @param knownElsewhere keep (default) or refuse a case that another source has told of
 */
public record Rules(
    Action closedBeforeOpened,
    Action dueBeforeOpened,
    Action unreadableDue,
    Action closedWithoutTime,
    Action openWithClosingTime,
    Action pointOutsideArea,
    Action repeatedId,
    Action knownElsewhere) {

  /** The defaults. */
  static final Rules USUAL = new Rules(null, null, null, null, null, null, null, null);

  /** Fills in the defaults and refuses an action that makes no sense for its rule. */
  public Rules {
    closedBeforeOpened = requireNonNullElse(closedBeforeOpened, Action.REFUSE);
    dueBeforeOpened = requireNonNullElse(dueBeforeOpened, Action.KEEP);
    unreadableDue = requireNonNullElse(unreadableDue, Action.REFUSE);
    closedWithoutTime = requireNonNullElse(closedWithoutTime, Action.LEAVE_OPEN);
    openWithClosingTime = requireNonNullElse(openWithClosingTime, Action.LEAVE_OPEN);
    pointOutsideArea = requireNonNullElse(pointOutsideArea, Action.KEEP);
    repeatedId = requireNonNullElse(repeatedId, Action.REFUSE);
    knownElsewhere = requireNonNullElse(knownElsewhere, Action.KEEP);
    allow("known-elsewhere", knownElsewhere, Set.of(Action.KEEP, Action.REFUSE));
    allow("closed-before-opened", closedBeforeOpened, Set.of(Action.REFUSE, Action.LEAVE_OPEN));
    allow("due-before-opened", dueBeforeOpened, Set.of(Action.KEEP, Action.DROP, Action.REFUSE));
    allow("unreadable-due", unreadableDue, Set.of(Action.DROP, Action.REFUSE));
    allow("closed-without-time", closedWithoutTime, Set.of(Action.REFUSE, Action.LEAVE_OPEN));
    allow(
        "open-with-closing-time",
        openWithClosingTime,
        Set.of(Action.REFUSE, Action.LEAVE_OPEN, Action.CLOSE));
    allow(
        "point-outside-area",
        pointOutsideArea,
        Set.of(Action.KEEP, Action.DROP, Action.DROP_AREA, Action.REFUSE));
    allow("repeated-id", repeatedId, Set.of(Action.REFUSE, Action.UPDATE, Action.PASS_ON));
  }

  /** What can be done with a contradiction. */
  public enum Action {
    /** Take no events from the row. */
    @JsonProperty("refuse")
    REFUSE,
    /** Pass over the closing. */
    @JsonProperty("leave-open")
    LEAVE_OPEN,
    /** Believe the closing time. */
    @JsonProperty("close")
    CLOSE,
    /** Pass the value on as it is. */
    @JsonProperty("keep")
    KEEP,
    /** Leave the value out. */
    @JsonProperty("drop")
    DROP,
    /** Leave the area out. */
    @JsonProperty("drop-area")
    DROP_AREA,
    /** Take from the later row what changed: closed, reopened, another unit. */
    @JsonProperty("update")
    UPDATE,
    /** Let the intake settle it. */
    @JsonProperty("pass-on")
    PASS_ON
  }

  private static void allow(String rule, Action action, Set<Action> allowed) {
    if (!allowed.contains(action)) {
      throw new CityConfigurationException(
          "rule "
              + rule
              + " is "
              + action
              + ", expected one of "
              + allowed.stream().sorted().toList());
    }
  }
}

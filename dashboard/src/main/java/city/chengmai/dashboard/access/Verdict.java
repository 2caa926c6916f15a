package city.chengmai.dashboard.access;

import city.chengmai.dashboard.access.RouteTable.Found;
import java.util.Set;
import java.util.function.Function;

/** What becomes of a request. */
public enum Verdict {
  /** It is answered. */
  ALLOWED,
  /** Nobody that we know: has to sign in first. */
  SIGN_IN,
  /** We know who it is, and it may not. */
  REFUSED;

  /**
   * Judges a request by the table.
   *
   * @param areasWithin all areas of the area of this id, itself among them
   */
  public static Verdict of(
      Found found, Visitor visitor, Function<String, Set<String>> areasWithin) {
    if (!found.allows(visitor)) {
      return visitor.role() == Role.NOBODY ? SIGN_IN : REFUSED;
    }
    if (visitor.areaId().isEmpty()) {
      return ALLOWED;
    }
    return switch (found.row().reach()) {
      case NONE, FILTERED -> ALLOWED;
      case CITY -> REFUSED;
      case AREA ->
          found.area().filter(areasWithin.apply(visitor.areaId())::contains).isPresent()
              ? ALLOWED
              : REFUSED;
    };
  }
}

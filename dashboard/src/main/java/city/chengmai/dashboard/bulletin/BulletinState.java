package city.chengmai.dashboard.bulletin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far an edition is.
 *
 * <pre>
 *   DRAFTED ──► EDITED ──► PUBLISHED ──► RESTATED ──► PUBLISHED …
 *      └────────────────────►┘
 * </pre>
 */
public enum BulletinState {
  /** Written by the machine. */
  DRAFTED,
  /** A person wrote into it. */
  EDITED,
  /** Given out; it stays as it is. */
  PUBLISHED,
  /** The figures beneath a published one changed: it tells what, and waits to be published. */
  RESTATED;

  /** The name in tables. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this name. */
  public static Optional<BulletinState> of(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}

package city.chengmai.dashboard.notify;

import java.util.Locale;

/** Why somebody is told (推送时机). */
public enum Occasion {
  /** An alert began. */
  RAISED,
  /** Nobody acknowledged it in time, or an officer handed it up. */
  ESCALATED,
  /** It is over. */
  CLEARED,
  /** Several of these in one message. */
  DIGEST,
  /** A bulletin was given out. */
  BULLETIN;

  /** The name in tables and messages. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package city.chengmai.dashboard.access;

import java.util.Locale;

/** What the audit log tells of. */
public enum AuditKind {
  SIGN_IN,
  SIGN_OUT,
  PAGE,
  QUERY,
  EXPORT,
  ALERT_ACTION,
  THRESHOLD_DECISION,
  MODEL_HIT,
  MODEL_EFFORT,
  OWN_MODEL,
  SUGGESTION,
  CLASS_FIX,
  CONFERENCE,
  BULLETIN,
  WALL_BOARD,
  SAVED_QUERY,
  RECORD,
  ACCOUNT,
  PASSWORD,
  SCREEN;

  /** The name in the table and in message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

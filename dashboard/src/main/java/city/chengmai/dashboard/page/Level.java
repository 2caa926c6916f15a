package city.chengmai.dashboard.page;

import java.util.Locale;

/** How serious something is: shown by colour, sign and word together, never by colour alone. */
public enum Level {
  /** As it should be. */
  NORMAL("○"),
  /** To be watched. */
  WARNING("●"),
  /** To be acted on. */
  ALARM("▲"),
  /** Nothing known, or too few to say. */
  NONE("▨");

  private final String sign;

  Level(String sign) {
    this.sign = sign;
  }

  /** The sign beside the word. */
  public String sign() {
    return sign;
  }

  /** The part of message keys and style classes. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a grade letter. */
  public static Level ofGrade(String grade) {
    return switch (grade) {
      case "A", "B" -> NORMAL;
      case "C", "D" -> WARNING;
      case "E" -> ALARM;
      default -> NONE;
    };
  }

  /** The level of an alert's severity. */
  public static Level ofSeverity(String severity) {
    return switch (severity) {
      case "alarm" -> ALARM;
      case "warning" -> WARNING;
      default -> NORMAL;
    };
  }
}

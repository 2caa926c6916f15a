package city.chengmai.ingest.alert;

import java.util.Locale;

/** How grave an alert is (预警级别). */
enum Severity {
  NOTICE(1),
  WARNING(2),
  ALARM(3);

  private final byte code;

  Severity(int code) {
    this.code = (byte) code;
  }

  /** The number in kept state; never 0. */
  byte code() {
    return code;
  }

  /** The severity with this number, null for 0. */
  static Severity ofCode(byte code) {
    for (Severity severity : values()) {
      if (severity.code == code) {
        return severity;
      }
    }
    return null;
  }

  /** The name in table {@code alerts}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package city.chengmai.dashboard.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an alert was none (误报原因). The monthly calibration counts them. */
public enum FalseAlarmReason {
  /** An event that was announced: a festival, a market, works. */
  PLANNED_EVENT,
  /** Wrong, doubled or late data. */
  DATA_FAULT,
  /** A campaign or drill made people report more. */
  CAMPAIGN,
  /** Weather or season explains it. */
  WEATHER,
  /** A real change too small to act on. */
  TOO_SMALL,
  /** Anything else; the comment says what. */
  OTHER;

  /** The name in tables, forms and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of this name. */
  public static Optional<FalseAlarmReason> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}

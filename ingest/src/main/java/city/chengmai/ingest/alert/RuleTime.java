package city.chengmai.ingest.alert;

import city.chengmai.datasets.rule.AlertRule;
import java.time.Duration;

/** Spans of time among the numbers of a rule. */
final class RuleTime {

  private static final double MILLIS_A_MINUTE = 60_000;

  private RuleTime() {}

  static Duration minutes(AlertRule rule, String parameter) {
    return millis(rule.parameter(parameter));
  }

  /** The number for one kind or feed; zero when it is not to be watched. */
  static Duration minutes(AlertRule rule, String parameter, String special) {
    return millis(rule.parameter(parameter, special));
  }

  static Duration days(AlertRule rule, String parameter) {
    return Duration.ofDays(Math.round(rule.parameter(parameter)));
  }

  private static Duration millis(double minutes) {
    return Duration.ofMillis(Math.round(minutes * MILLIS_A_MINUTE));
  }
}

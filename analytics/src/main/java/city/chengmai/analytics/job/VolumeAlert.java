package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.rule.AlertRule;
import java.time.Instant;
import java.util.Map;

/** Writes an unusual volume down as an alert. */
final class VolumeAlert {

  private VolumeAlert() {}

  static AlertRow row(RunContext run, AlertRule rule, VolumeTest test, VolumeEvidence evidence) {
    CityFrame city = run.city();
    Instant end = city.startOf(test.day().plusDays(1));
    AlertRow row =
        AlertRow.of(
            rule,
            new AlertRow.Subject(
                id(rule, test), test.area(), test.category(), city.startOf(test.day()), end),
            severity(rule, test.log10P()),
            Map.of(
                "observed", test.observed(),
                "expected", test.expected(),
                "lower", test.lower(),
                "upper", test.upper(),
                "log10_p", test.log10P()),
            new AlertRow.Evidence(evidence.of(test, city.areas().root().id()), test.observed()),
            run.stamp());
    // Judged after the fact, it counts as raised when its day was over.
    return row.with("raised_at", Stamp.text(end.isBefore(city.now()) ? end : city.now()));
  }

  /** The same for the same area, category and day, whatever the numbers. */
  static String id(AlertRule rule, VolumeTest test) {
    return String.join("|", rule.id(), test.area(), test.category(), test.day().toString());
  }

  private static String severity(AlertRule rule, double log10P) {
    if (log10P <= rule.parameter("alarm-log10-p")) {
      return "alarm";
    }
    return log10P <= rule.parameter("warning-log10-p") ? "warning" : "notice";
  }
}

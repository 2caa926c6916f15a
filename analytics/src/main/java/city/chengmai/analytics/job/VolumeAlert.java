package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.rule.AlertRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an unusual volume down as an alert. */
final class VolumeAlert {

  private VolumeAlert() {}

  static AlertRow row(RunContext run, AlertRule rule, VolumeTest test, VolumeEvidence evidence) {
    CityFrame city = run.city();
    Instant end = moment(city, test.end());
    AlertRow row =
        AlertRow.of(
            rule,
            new AlertRow.Subject(
                id(rule, test), test.area(), test.category(), moment(city, test.start()), end),
            severity(rule, test.log10P()),
            Map.of(
                "observed", test.observed(),
                "expected", test.expected(),
                "lower", test.lower(),
                "upper", test.upper(),
                "log10_p", test.log10P()),
            new AlertRow.Evidence(evidence.of(test), test.observed()),
            run.stamp());
    // Judged after the fact, it counts as raised when its period was over.
    return row.with("raised_at", Stamp.text(end.isBefore(city.now()) ? end : city.now()))
        .withDetails(
            Map.of(
                "cadence", name(test.cadence()),
                "periods", String.valueOf(test.periods()),
                "baseline", test.young() ? "ears-c2" : "seasonal"));
  }

  /**
   * The same for the same area, category and period, whatever the numbers. Days keep the ids that
   * they had before hours and weeks were judged.
   */
  static String id(AlertRule rule, VolumeTest test) {
    List<String> parts = new ArrayList<>(List.of(rule.id(), test.area(), test.category()));
    if (test.cadence() != Cadence.DAY) {
      parts.add(name(test.cadence()));
    }
    boolean hour = test.cadence() == Cadence.HOUR;
    parts.add(hour ? test.at().toString() : test.at().toLocalDate().toString());
    return String.join("|", parts);
  }

  private static String name(Cadence cadence) {
    return cadence.name().toLowerCase(Locale.ROOT);
  }

  static Instant moment(CityFrame city, LocalDateTime local) {
    return local.atZone(city.zone()).toInstant();
  }

  private static String severity(AlertRule rule, double log10P) {
    if (log10P <= rule.parameter("alarm-log10-p")) {
      return "alarm";
    }
    return log10P <= rule.parameter("warning-log10-p") ? "warning" : "notice";
  }
}

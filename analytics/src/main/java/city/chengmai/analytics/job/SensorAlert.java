package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.SensorDays;
import city.chengmai.datasets.rule.AlertRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a day of unusual readings down as an alert. */
final class SensorAlert {

  private SensorAlert() {}

  static AlertRow row(RunContext run, AlertRule rule, SensorJob.Unusual unusual) {
    CityFrame city = run.city();
    SensorJob.Series series = unusual.series();
    SensorDays.UnusualDay day = unusual.day();
    Instant end = city.startOf(day.day().plusDays(1));
    Instant at = day.at().atZone(city.zone()).toInstant();
    AlertRow row =
        AlertRow.of(
            rule,
            new AlertRow.Subject(
                String.join("|", rule.id(), series.device(), series.metric(), "" + day.day()),
                area(run, series),
                "",
                city.startOf(day.day()),
                end),
            day.score() >= rule.parameter("alarm-score") ? "alarm" : "warning",
            figures(day),
            new AlertRow.Evidence(List.of(series.device()), day.readings()),
            run.stamp());
    return row.with("subject", series.device())
        .with("raised_at", Stamp.text(at.isBefore(city.now()) ? at : city.now()))
        .withDetails(
            Map.of(
                "metric", series.metric(),
                "kind", series.kind(),
                "unit", series.unit(),
                "at", Stamp.text(at),
                "score", String.format(Locale.ROOT, "%.3f", day.score()),
                "readings", String.valueOf(day.readings())));
  }

  /** The grid of a device, the whole city when it has none. */
  static String area(RunContext run, SensorJob.Series series) {
    AreaForest areas = run.city().areas();
    return areas.find(series.grid()).isPresent() ? series.grid() : areas.root().id();
  }

  private static Map<String, Object> figures(SensorDays.UnusualDay day) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("observed", day.value());
    figures.put("expected", Double.isNaN(day.usual()) ? null : (Double) day.usual());
    figures.put("lower", null);
    figures.put("upper", null);
    figures.put("log10_p", null);
    return figures;
  }
}

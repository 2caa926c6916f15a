package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.SensorDays;
import city.chengmai.analytics.model.alert.SensorPlan;
import city.chengmai.datasets.rule.AlertRule;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import scala.Tuple2;

/**
 * Rule A16: days on which a device reads what its own past does not lead one to expect. One alert a
 * device, metric and day, told by the strangest reading.
 */
final class SensorJob implements Job {

  private final AlertRule rule;
  private final CityNumbers numbers;

  /** A job with the numbers that hold in a city. */
  SensorJob(AlertRule rule, CityNumbers numbers) {
    this.rule = rule;
    this.numbers = numbers;
  }

  @Override
  public String name() {
    return "unusual-readings";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    DaySpan days = RecentDays.of(run, rule);
    RuleByArea holding = RuleByArea.of(run, days, rule, numbers);
    List<Unusual> found =
        new ArrayList<>(
            holding.found(
                version -> found(run, version, days),
                one -> SensorAlert.area(run, one.series()),
                one -> one.day().day()));
    found.sort(
        Comparator.comparing((Unusual one) -> one.day().day())
            .thenComparing(one -> one.series().device())
            .thenComparing(one -> one.series().metric()));
    List<AlertRow> rows =
        found.stream()
            .map(
                one ->
                    SensorAlert.row(
                        run, holding.on(SensorAlert.area(run, one.series()), one.day().day()), one))
            .toList();
    List<AlertRow> grouped = new AlertGroups(run, rule, "").of(rows, days);
    return new FindingStore(run, rule).write(AlertBook.ending(run, rule.id(), days), grouped);
  }

  /** What one device measures. */
  record Series(String device, String metric, String kind, String grid, String unit)
      implements Serializable {}

  /** An unusual day of a series. */
  record Unusual(Series series, SensorDays.UnusualDay day) implements Serializable {}

  private record Observation(Series series, SensorDays.Reading reading) implements Serializable {}

  private static List<Unusual> found(RunContext run, AlertRule version, DaySpan days) {
    if (days.days() == 0) {
      return List.of();
    }
    SensorPlan plan = SensorPlan.of(version);
    Judge judge = new Judge(plan, days);
    LocalDate from = SensorDays.neededFrom(days.from(), plan);
    String query =
        QueryText.of(
            "sensor_readings.sql",
            Map.of(
                "zone", run.city().zone().getId(),
                "from", Stamp.text(run.city().startOf(from)),
                "until", Stamp.text(run.city().startOf(days.to()))));
    return run.reader()
        .read(query, "device_id")
        .javaRDD()
        .mapToPair(
            row -> {
              Series series =
                  new Series(
                      row.getAs("device_id"),
                      row.getAs("metric"),
                      row.getAs("kind"),
                      row.getAs("area"),
                      row.getAs("unit"));
              LocalDateTime at =
                  LocalDateTime.ofEpochSecond(
                      row.<Number>getAs("local").longValue(), 0, ZoneOffset.UTC);
              return new Tuple2<>(
                  series.device() + '|' + series.metric(),
                  new Observation(
                      series, new SensorDays.Reading(at, Columns.number(row, "value"))));
            })
        .groupByKey()
        .flatMap(series -> judge.of(series._2).iterator())
        .collect();
  }

  /** Judges one series; travels to executors. */
  private record Judge(SensorPlan plan, DaySpan days) implements Serializable {

    List<Unusual> of(Iterable<Observation> observations) {
      List<Observation> all = new ArrayList<>();
      observations.forEach(all::add);
      // Equal stamps by value, whichever came first: the order of rows must not matter.
      all.sort(
          Comparator.comparing((Observation one) -> one.reading().at())
              .thenComparingDouble(one -> one.reading().value()));
      List<SensorDays.Reading> readings = all.stream().map(Observation::reading).toList();
      Series latest = all.get(all.size() - 1).series();
      return new SensorDays(plan)
          .of(readings, days.from(), days.to()).stream()
              .map(day -> new Unusual(latest, day))
              .toList();
    }
  }
}

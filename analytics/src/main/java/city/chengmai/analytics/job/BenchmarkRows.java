package city.chengmai.analytics.job;

import city.chengmai.analytics.model.CatchUp;
import city.chengmai.datasets.campaign.Benchmark;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Distances to benchmarks as rows: one for each area that a benchmark is measured in. */
final class BenchmarkRows {

  private final RunContext run;
  private final WindowValues values;
  private final Catalogue catalogue = Catalogue.bundled();

  BenchmarkRows(RunContext run, ClickHouseClient client) {
    this.run = run;
    this.values = new WindowValues(client, run.city());
  }

  List<PlannedRow> of(List<Benchmark> benchmarks) {
    List<PlannedRow> rows = new ArrayList<>();
    for (Benchmark benchmark : benchmarks) {
      List<String> areas =
          benchmark.areas().isEmpty() ? List.of(run.city().areas().root().id()) : benchmark.areas();
      areas.forEach(area -> rows.add(row(benchmark, area)));
    }
    return rows;
  }

  private PlannedRow row(Benchmark benchmark, String area) {
    OptionalDouble value = values.latest(benchmark.indicator(), area);
    OptionalDouble target =
        benchmark.target().isPresent()
            ? OptionalDouble.of(benchmark.target().get())
            : values.latest(benchmark.indicator(), benchmark.peer());
    WindowValues.Windows windows = values.windows(benchmark.indicator(), area, benchmark.from());
    Map<String, Object> columns = described(benchmark, area);
    columns.put("value", orNull(value));
    columns.put("target", orNull(target));
    columns.put("windows", windows.days().size());
    columns.put("window", windows.kind());
    columns.put("window_days", windows.days().stream().map(LocalDate::toString).toList());
    columns.put("window_values", windows.values());
    Optional<CatchUp> catchUp =
        value.isEmpty() || target.isEmpty()
            ? Optional.empty()
            : Optional.of(catchUp(benchmark, windows, value.getAsDouble(), target.getAsDouble()));
    forecast(columns, catchUp);
    return new PlannedRow(columns);
  }

  private Map<String, Object> described(Benchmark benchmark, String area) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("benchmark_id", benchmark.id());
    columns.put("area_id", area);
    columns.put("day", values.lastDay().toString());
    columns.put("domain_zh", benchmark.domain().zh());
    columns.put("domain_en", benchmark.domain().en());
    columns.put("rival_zh", benchmark.rival().zh());
    columns.put("rival_en", benchmark.rival().en());
    columns.put("indicator", benchmark.indicator());
    columns.put("peer_area", benchmark.peer());
    columns.put("from_day", benchmark.from().toString());
    columns.put("target_day", benchmark.until().toString());
    columns.put("data_as_of", Stamp.text(run.stamp().dataAsOf()));
    columns.put("version", run.stamp().version());
    return columns;
  }

  private CatchUp catchUp(
      Benchmark benchmark, WindowValues.Windows windows, double value, double target) {
    Direction direction = catalogue.indicator(benchmark.indicator()).direction();
    return CatchUp.of(
        windows.days().stream().mapToDouble(LocalDate::toEpochDay).toArray(),
        windows.values().stream().mapToDouble(Double::doubleValue).toArray(),
        value,
        target,
        direction != Direction.LOWER_IS_BETTER,
        (double) values.lastDay().toEpochDay(),
        (double) benchmark.until().toEpochDay());
  }

  private static void forecast(Map<String, Object> columns, Optional<CatchUp> catchUp) {
    columns.put("state", catchUp.map(CatchUp::state).orElse(CatchUp.State.INSUFFICIENT).wireName());
    columns.put("gap", catchUp.map(CatchUp::gap).orElse(null));
    columns.put("slope", catchUp.map(found -> per30(found.slope())).orElse(null));
    columns.put("slope_error", catchUp.map(found -> per30(found.slopeError())).orElse(null));
    columns.put("closes_on", catchUp.map(found -> day(found.closes())).orElse(null));
    columns.put("closes_from", catchUp.map(found -> day(found.earliest())).orElse(null));
    columns.put("closes_to", catchUp.map(found -> day(found.latest())).orElse(null));
  }

  private static Double per30(OptionalDouble daily) {
    return daily.isPresent() ? Double.valueOf(30 * daily.getAsDouble()) : null;
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }

  /** Any part of a day is that day. */
  private static String day(OptionalDouble epochDay) {
    return epochDay.isPresent()
        ? LocalDate.ofEpochDay((long) Math.floor(epochDay.getAsDouble())).toString()
        : null;
  }
}

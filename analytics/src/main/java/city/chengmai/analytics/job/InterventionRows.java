package city.chengmai.analytics.job;

import city.chengmai.analytics.model.BeforeAfter;
import city.chengmai.analytics.model.series.DailySeries;
import city.chengmai.datasets.campaign.Intervention;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What interventions changed, as rows. */
final class InterventionRows {

  private final RunContext run;
  private final InterventionCounts counts;

  InterventionRows(RunContext run, ClickHouseClient client) {
    this.run = run;
    this.counts = new InterventionCounts(client, run.city());
  }

  List<PlannedRow> of(List<Intervention> interventions) {
    return interventions.stream()
        .map(plan -> row(plan, (from, until) -> counts.read(plan, from, until)))
        .toList();
  }

  /** Daily counts from a day to the day before another. */
  @FunctionalInterface
  interface Counts {
    DailySeries read(LocalDate from, LocalDate until);
  }

  /** Days of the comparison as they fell into the city's period. */
  private record Days(LocalDate from, LocalDate afterFrom, LocalDate until) {

    static Days of(Intervention plan, LocalDate firstDay, LocalDate end) {
      LocalDate from = plan.start().minusDays(plan.baselineDays());
      LocalDate afterFrom = plan.start().plusDays(plan.settleDays());
      LocalDate until = afterFrom.plusDays(plan.afterDays());
      return new Days(
          from.isBefore(firstDay) ? firstDay : from, afterFrom, until.isAfter(end) ? end : until);
    }
  }

  /** The row of one whose counts are made elsewhere. */
  PlannedRow row(Intervention plan, Counts counted) {
    LocalDate end = run.city().knownUntil().atZone(run.city().zone()).toLocalDate();
    Days days = Days.of(plan, run.city().firstDay(), end);
    Map<String, Object> columns = described(plan, days);
    boolean begun = days.afterFrom().isBefore(days.until()) && days.from().isBefore(plan.start());
    Optional<DailySeries> series =
        begun ? Optional.of(counted.read(days.from(), days.until())) : Optional.empty();
    Optional<BeforeAfter> effect = series.map(found -> effect(plan, days, found));
    compared(columns, effect);
    columns.put("days", series.map(InterventionRows::days).orElse(List.of()));
    columns.put("counts", series.map(found -> boxed(found.counts())).orElse(List.of()));
    columns.put("expected", effect.map(found -> boxed(found.expectedByDay())).orElse(List.of()));
    return new PlannedRow(columns);
  }

  private BeforeAfter effect(Intervention plan, Days days, DailySeries series) {
    return BeforeAfter.of(
        series,
        new BeforeAfter.Windows(
            0, series.index(plan.start()), series.index(days.afterFrom()), series.length()),
        run.city().holidays());
  }

  private Map<String, Object> described(Intervention plan, Days days) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("intervention_id", plan.id());
    columns.put("name_zh", plan.name().zh());
    columns.put("name_en", plan.name().en());
    columns.put("source", plan.source());
    columns.put("categories", plan.categories());
    columns.put("areas", plan.areas());
    columns.put("start_day", plan.start().toString());
    columns.put("baseline_from", days.from().toString());
    columns.put("after_from", days.afterFrom().toString());
    columns.put("after_to", days.until().toString());
    columns.put("data_as_of", Stamp.text(run.stamp().dataAsOf()));
    columns.put("version", run.stamp().version());
    return columns;
  }

  private static void compared(Map<String, Object> columns, Optional<BeforeAfter> effect) {
    columns.put("baseline_total", effect.map(BeforeAfter::baseline).orElse(0.0));
    columns.put("after_total", effect.map(BeforeAfter::after).orElse(0.0));
    columns.put("expected_total", effect.map(BeforeAfter::expected).orElse(0.0));
    columns.put("dispersion", effect.map(BeforeAfter::dispersion).orElse(1.0));
    columns.put("ratio", effect.map(found -> orNull(found.ratio())).orElse(null));
    columns.put("ratio_lower", effect.map(found -> orNull(found.lower())).orElse(null));
    columns.put("ratio_upper", effect.map(found -> orNull(found.upper())).orElse(null));
    columns.put("state", effect.map(BeforeAfter::state).orElse("not-begun"));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }

  private static List<String> days(DailySeries series) {
    return series
        .start()
        .datesUntil(series.start().plusDays(series.length()))
        .map(LocalDate::toString)
        .toList();
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.FurtherDefinition;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/**
 * Computes indicators by definitions that are shown beside those of the catalogue (并行口径), in all
 * windows that end on a day of such a definition. Keeps which days a run that failed left: one
 * instance a runner.
 */
final class DefinitionJob implements Job {

  private final Map<FurtherDefinition, Counting> countings = new LinkedHashMap<>();
  private LocalDate owedFrom = LocalDate.MAX;

  /** How one definition is counted. */
  private record Counting(IndicatorComputation days, PeriodCounting periods) {}

  DefinitionJob(Catalogue catalogue, FurtherDefinitions further) {
    for (FurtherDefinition definition : further.definitions()) {
      IndicatorComputation computation =
          IndicatorComputation.of(catalogue, definition.in(catalogue));
      countings.put(definition, new Counting(computation, new PeriodCounting(computation)));
    }
  }

  @Override
  public String name() {
    return "definitions";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    LocalDate from = run.days().from();
    owedFrom = from.isBefore(owedFrom) ? from : owedFrom;
    DaySpan owed = new DaySpan(owedFrom, run.days().to());
    long rows = 0;
    for (Map.Entry<FurtherDefinition, Counting> definition : countings.entrySet()) {
      DaySpan days = shared(owed, definition.getKey());
      if (days.days() > 0) {
        rows += write(run.of(days), definition.getValue(), owed.from());
      }
    }
    owedFrom = LocalDate.MAX;
    return rows;
  }

  private static long write(RunContext run, Counting counting, LocalDate touched) {
    JavaRDD<DefinitionRow> rows =
        counting
            .days()
            .rows(run, Windows.of(Grain.DAY, run))
            .map(DefinitionRow::of)
            .union(counting.periods().rows(run, touched).map(DefinitionRow::of));
    return TableWriter.write(run.store(), "indicator_definitions", rows);
  }

  /** The days of a run that a definition has, too. */
  private static DaySpan shared(DaySpan days, FurtherDefinition definition) {
    LocalDate from = definition.from().isAfter(days.from()) ? definition.from() : days.from();
    LocalDate until = definition.until();
    LocalDate to = until != null && until.isBefore(days.to()) ? until : days.to();
    return new DaySpan(from.isAfter(to) ? to : from, to);
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of {@code indicator_1d} or {@code indicator_30d}, or what a row of {@code
 * indicator_periods} tells.
 *
 * @param span 1 or 30 days, 1 period
 * @param area area id
 * @param indicator catalogue id
 * @param definitionVersion of the catalogue
 * @param day last day of the window, first day of a period; in days since 1970-01-01
 * @param rate what was counted
 * @param value null unless measured
 * @param companion second figure, null when there is none
 * @param state word of the reading
 * @param stamp moments of the run
 */
record IndicatorRow(
    int span,
    String area,
    String indicator,
    int definitionVersion,
    int day,
    Rate rate,
    Double value,
    Double companion,
    String state,
    Stamp stamp)
    implements StoredRow {

  static IndicatorRow of(
      int span,
      String area,
      Indicator indicator,
      int day,
      Rate rate,
      Reading reading,
      Stamp stamp) {
    Reading.Measured measured = reading instanceof Reading.Measured found ? found : null;
    return new IndicatorRow(
        span,
        area,
        indicator.id(),
        indicator.version(),
        day,
        rate,
        measured == null ? null : (Double) measured.value(),
        measured == null || measured.companion().isEmpty()
            ? null
            : (Double) measured.companion().getAsDouble(),
        reading.state().key(),
        stamp);
  }

  @Override
  public Map<String, Object> columns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("area_id", area);
    columns.put("indicator", indicator);
    columns.put("day", LocalDate.ofEpochDay(day));
    columns.put("numerator", rate.numerator());
    columns.put("denominator", rate.denominator());
    columns.put("value", value);
    columns.put("state", state);
    columns.put("companion", companion);
    columns.put("definition_version", definitionVersion);
    columns.put("data_as_of", stamp.dataAsOf());
    columns.put("computed_at", stamp.computedAt());
    columns.put("version", stamp.version());
    return columns;
  }
}

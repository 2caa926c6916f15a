package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import java.util.Map;

/**
 * A row of {@code indicator_periods}.
 *
 * @param period week, month, quarter or year
 * @param row what was counted; its day is the first of the period
 */
record PeriodRow(String period, IndicatorRow row) implements StoredRow {

  @Override
  public Map<String, Object> columns() {
    Map<String, Object> columns = row.columns();
    columns.put("period", period);
    columns.put("period_start", columns.remove("day"));
    return columns;
  }
}

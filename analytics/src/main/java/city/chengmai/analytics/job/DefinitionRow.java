package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import java.util.Map;

/**
 * A row of {@code indicator_definitions}.
 *
 * @param period day, 30-days, week, month, quarter or year
 * @param row what was counted; its day is the first of a period
 */
record DefinitionRow(String period, IndicatorRow row) implements StoredRow {

  private static final long serialVersionUID = 1L;

  static DefinitionRow of(IndicatorRow row) {
    return new DefinitionRow(row.span() == 1 ? "day" : "30-days", row);
  }

  static DefinitionRow of(PeriodRow row) {
    return new DefinitionRow(row.period(), row.row());
  }

  @Override
  public Map<String, Object> columns() {
    Map<String, Object> columns = row.columns();
    columns.put("period", period);
    return columns;
  }
}

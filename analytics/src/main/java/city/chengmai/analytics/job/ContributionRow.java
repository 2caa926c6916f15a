package city.chengmai.analytics.job;

import city.chengmai.analytics.model.Contribution;
import city.chengmai.analytics.spark.StoredRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of {@code portrait_contributions}.
 *
 * @param columns column names and values
 */
record ContributionRow(Map<String, Object> columns) implements StoredRow {

  static ContributionRow of(
      String area, int day, String dimension, Contribution contribution, long version) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("area_id", area);
    columns.put("day", LocalDate.ofEpochDay(day));
    columns.put("dimension", dimension);
    columns.put("indicator", contribution.indicator());
    columns.put("state", contribution.state().key());
    columns.put("value", Columns.orNull(contribution.value()));
    columns.put("shrunk_value", Columns.orNull(contribution.shrunkValue()));
    columns.put("curve_score", Columns.orNull(contribution.curveScore()));
    columns.put("weight", contribution.weight());
    columns.put("points", contribution.points());
    columns.put("lost_points", contribution.lostPoints());
    columns.put("version", version);
    return new ContributionRow(columns);
  }
}

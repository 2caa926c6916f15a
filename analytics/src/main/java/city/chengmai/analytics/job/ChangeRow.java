package city.chengmai.analytics.job;

import city.chengmai.analytics.model.ScoreMove;
import city.chengmai.analytics.spark.StoredRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * A row of {@code portrait_changes}.
 *
 * @param columns column names and values
 */
record ChangeRow(Map<String, Object> columns) implements StoredRow {

  /** The days between the two scores. */
  static final int DAYS = 30;

  /** The row of an indicator's parts on both days. */
  static ChangeRow of(Row row, long version) {
    ScoreMove move =
        ScoreMove.between(row.getAs("indicator"), part(row, "_before"), part(row, "_now"));
    return of(
        new Key(
            row.getAs("area"),
            Columns.whole(row, "day_number"),
            row.getAs("dimension"),
            row.getAs("indicator")),
        row.getAs("value_before"),
        row.getAs("value_now"),
        move,
        version);
  }

  /**
   * The row that takes back what an earlier run said of an indicator that plays no part any more.
   */
  static ChangeRow nothing(Key key, long version) {
    return of(key, null, null, new ScoreMove(key.indicator, 0, 0), version);
  }

  /** The key of a row. */
  record Key(String area, int day, String dimension, String indicator) {}

  private static ChangeRow of(
      Key key, Double valueBefore, Double valueNow, ScoreMove move, long version) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("area_id", key.area);
    columns.put("day", LocalDate.ofEpochDay(key.day));
    columns.put("dimension", key.dimension);
    columns.put("indicator", key.indicator);
    columns.put("since", LocalDate.ofEpochDay(key.day - DAYS));
    columns.put("value_before", valueBefore);
    columns.put("value_now", valueNow);
    columns.put("value_points", move.valuePoints());
    columns.put("weight_points", move.weightPoints());
    columns.put("version", version);
    return new ChangeRow(columns);
  }

  private static ScoreMove.Part part(Row row, String suffix) {
    Double curveScore = row.getAs("curve_score" + suffix);
    return new ScoreMove.Part(
        Columns.number(row, "weight" + suffix),
        curveScore == null ? OptionalDouble.empty() : OptionalDouble.of(curveScore));
  }
}

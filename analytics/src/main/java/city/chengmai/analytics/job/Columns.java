package city.chengmai.analytics.job;

import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** Numbers of rows: of any width when read, NULL when there is none. */
final class Columns {

  private Columns() {}

  static int whole(Row row, String column) {
    return Math.toIntExact(row.<Number>getAs(column).longValue());
  }

  static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }
}

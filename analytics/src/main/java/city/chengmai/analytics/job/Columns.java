package city.chengmai.analytics.job;

import org.apache.spark.sql.Row;

/** Numbers of a row, whatever width ClickHouse chose for the result of an expression. */
final class Columns {

  private Columns() {}

  static int whole(Row row, String column) {
    return Math.toIntExact(row.<Number>getAs(column).longValue());
  }

  static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }
}

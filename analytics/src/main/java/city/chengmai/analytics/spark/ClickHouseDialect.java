package city.chengmai.analytics.spark;

import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.spark.sql.jdbc.JdbcDialect;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import scala.Option;

/**
 * What Spark must know to read ClickHouse over JDBC: the column types it has no name for. A type
 * that is not listed falls back to Spark's own guess from the JDBC type.
 */
public final class ClickHouseDialect extends JdbcDialect {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean canHandle(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("jdbc:clickhouse:");
  }

  @Override
  public Option<DataType> getCatalystType(
      int sqlType, String typeName, int size, MetadataBuilder metadata) {
    return ClickHouseType.toSpark(typeName).map(Option::apply).orElseGet(Option::empty);
  }

  /**
   * The driver hands over the wall time of the column's zone as if it were the machine's. All our
   * columns are UTC. In the hour a machine's zone skips, such a wall time does not exist; jobs that
   * need exact moments ask ClickHouse for numbers.
   */
  @Override
  public Timestamp convertJavaTimestampToTimestamp(Timestamp moment) {
    return Timestamp.from(moment.toLocalDateTime().toInstant(ZoneOffset.UTC));
  }

  @Override
  public String quoteIdentifier(String column) {
    return "`" + column.replace("`", "``") + "`";
  }
}

package city.chengmai.analytics.spark;

import java.io.Serializable;
import java.util.Map;

/** A row of one of our tables, as column names and values. */
@FunctionalInterface
public interface StoredRow extends Serializable {

  /**
   * The columns; a null value is NULL, days and moments are objects of java.time or texts as
   * ClickHouse writes them.
   */
  Map<String, Object> columns();
}

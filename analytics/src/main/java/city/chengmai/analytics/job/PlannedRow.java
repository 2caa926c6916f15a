package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of one of the tables of plans.
 *
 * @param columns column names and values
 */
record PlannedRow(Map<String, Object> columns) implements StoredRow {

  /** Keeps the order; nulls are NULL. */
  PlannedRow {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}

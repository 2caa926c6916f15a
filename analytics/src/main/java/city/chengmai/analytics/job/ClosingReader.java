package city.chengmai.analytics.job;

import city.chengmai.analytics.model.SortedParts;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Asks how long closed cases took. One task for all areas: what lies above a grid reads the same
 * numbers again, which would travel once for each level otherwise.
 */
final class ClosingReader implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Store store;
  private final AreaForest areas;

  ClosingReader(Store store, AreaForest areas) {
    this.store = store;
    this.areas = areas;
  }

  /** The rows of a series of windows. */
  JavaRDD<IndicatorRow> rows(JavaSparkContext context, String query, IndicatorSeries series) {
    return context
        .parallelize(List.of(query), 1)
        .mapPartitions(
            queries -> {
              ClosingTimes times = new ClosingTimes(areas);
              read(queries.next(), times);
              return series.medians(times);
            });
  }

  /** Adds what a query answers. */
  void read(String query, ClosingTimes times) {
    try (ClickHouseClient client = store.client();
        RowStream rows = client.stream(ClickHouseQuery.of(query))) {
      while (rows.hasNext()) {
        JsonNode row = rows.next();
        times.add(row.get(0).asText(), row.get(1).asInt(), part(row.get(2)));
      }
    }
  }

  private static SortedParts.Part part(JsonNode values) {
    long[] sorted = new long[values.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = values.get(i).asLong();
    }
    return SortedParts.Part.of(sorted);
  }
}

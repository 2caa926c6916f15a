package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/** Asks counting queries, one a task. */
final class StepReader implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String BESIDE = " beside";

  private final Store store;

  StepReader(Store store) {
    this.store = store;
  }

  /** The steps by indicator id. */
  JavaPairRDD<String, GridStep> read(JavaSparkContext context, List<String> queries) {
    return context
        .parallelize(queries, Math.max(1, queries.size()))
        .mapPartitions(this::answers)
        .mapToPair(StepReader::step);
  }

  /** Rows as they arrive; the task that reads them closes the stream when it ends. */
  private Iterator<JsonNode> answers(Iterator<String> queries) {
    if (!queries.hasNext()) {
      return Collections.emptyIterator();
    }
    ClickHouseClient client = store.client();
    closed(client::close);
    RowStream rows = client.stream(ClickHouseQuery.of(queries.next()));
    closed(rows::close);
    return rows;
  }

  /** When the task ends, the last one first. */
  private static void closed(Runnable close) {
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close.run());
  }

  private static Tuple2<String, GridStep> step(JsonNode row) {
    String told = row.get(1).asText();
    boolean beside = told.endsWith(BESIDE);
    String indicator = beside ? told.substring(0, told.length() - BESIDE.length()) : told;
    RateStep step =
        new RateStep(
            row.get(2).asInt(),
            row.get(3).asInt(),
            row.get(4).asDouble(),
            row.get(5).asDouble(),
            beside);
    return new Tuple2<>(indicator, new GridStep(row.get(0).asText(), step));
  }
}

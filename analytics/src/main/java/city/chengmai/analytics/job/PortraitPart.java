package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Reads and scores a few days in one task; travels to executors. */
final class PortraitPart implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_OF_BLOCK = 50_000;

  private final Store store;
  private final DayScorer scorer;

  PortraitPart(Store store, DayScorer scorer) {
    this.store = store;
    this.scorer = scorer;
  }

  /**
   * The portraits of some days. What is not published is written on the way: written again, it is
   * the same.
   *
   * @param beside takes the numbers of rows written so
   */
  List<PortraitRow> score(DaySpan days, LongConsumer beside) {
    List<PortraitRow> portraits = new ArrayList<>();
    PortraitRows gathered = PortraitRows.empty();
    for (Map.Entry<Integer, List<StoredReading>> day : readings(days).entrySet()) {
      gathered.add(scorer.score(day.getKey(), day.getValue()));
      if (gathered.standings().size() >= ROWS_OF_BLOCK) {
        beside.accept(write(gathered));
        portraits.addAll(gathered.portraits());
        gathered = PortraitRows.empty();
      }
    }
    beside.accept(write(gathered));
    portraits.addAll(gathered.portraits());
    return portraits;
  }

  private long write(PortraitRows rows) {
    return TableWriter.write(store, "portrait_contributions", rows.contributions().iterator())
        + TableWriter.write(store, "indicator_standings", rows.standings().iterator());
  }

  private Map<Integer, List<StoredReading>> readings(DaySpan days) {
    String query =
        QueryText.of(
            "indicator_readings.sql",
            Map.of("from", days.from().toString(), "to", days.to().toString()));
    Map<Integer, List<StoredReading>> readings = new TreeMap<>();
    try (ClickHouseClient client = store.client();
        RowStream rows = client.stream(ClickHouseQuery.of(query))) {
      rows.forEachRemaining(
          row ->
              readings
                  .computeIfAbsent(row.get(0).asInt(), day -> new ArrayList<>())
                  .add(reading(row)));
    }
    return readings;
  }

  private static StoredReading reading(JsonNode row) {
    return new StoredReading(
        row.get(1).asText(),
        row.get(2).asText(),
        row.get(3).asDouble(),
        row.get(4).asDouble(),
        row.get(5).asDouble(),
        row.get(6).asText());
  }
}

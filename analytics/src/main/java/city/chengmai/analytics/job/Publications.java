package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function;

/** Publishes the rows of a partition, each into its table, in one pass. */
final class Publications implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_OF_BLOCK = 50_000;

  private final Store store;
  private final EnumMap<PublishedTable, Publication> tables;

  Publications(Store store, Map<PublishedTable, Publication> tables) {
    this.store = store;
    this.tables = new EnumMap<>(tables);
  }

  /**
   * Publishes rows.
   *
   * @param rows of a partition, keys differ
   * @param table tells the table of a row
   */
  <T extends StoredRow> Map<PublishedTable, Published> publish(
      Iterator<T> rows, Function<T, PublishedTable> table) throws Exception {
    Map<PublishedTable, List<Object[]>> blocks = new EnumMap<>(PublishedTable.class);
    Map<PublishedTable, Published> published = new EnumMap<>(PublishedTable.class);
    try (ClickHouseClient client = store.client()) {
      while (rows.hasNext()) {
        T row = rows.next();
        PublishedTable target = table.call(row);
        List<Object[]> block = blocks.computeIfAbsent(target, any -> new ArrayList<>());
        block.add(tables.get(target).rows().shape().plain(row.columns()));
        if (block.size() == ROWS_OF_BLOCK) {
          flush(client, target, block, published);
        }
      }
      for (Map.Entry<PublishedTable, List<Object[]>> rest : blocks.entrySet()) {
        flush(client, rest.getKey(), rest.getValue(), published);
      }
    }
    return published;
  }

  private void flush(
      ClickHouseClient client,
      PublishedTable table,
      List<Object[]> block,
      Map<PublishedTable, Published> published) {
    if (!block.isEmpty()) {
      published.merge(table, tables.get(table).publish(client, block), Published::plus);
      block.clear();
    }
  }
}

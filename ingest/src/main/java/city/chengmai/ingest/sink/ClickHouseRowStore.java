package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.InsertBlock;
import city.chengmai.ingest.row.FactTable;
import java.util.Map;

/** Inserts rows into ClickHouse over HTTP. */
public final class ClickHouseRowStore implements RowStore {

  private static final String FORMAT = "RowBinary";

  // Old files hold many years in a few rows, and tables are partitioned by month: a block of more
  // than a hundred months would be refused, and again each time it is tried.
  private static final Map<String, String> SETTINGS =
      Map.of("max_partitions_per_insert_block", "0");

  private final ClickHouseClient client;

  /** Inserts as this client's user; the caller closes the client. */
  public ClickHouseRowStore(ClickHouseClient client) {
    this.client = client;
  }

  @Override
  public void insert(FactTable table, byte[] rows, int length) {
    client.insert(
        new InsertBlock(table.tableName(), table.columns(), FORMAT, rows, length, SETTINGS));
  }
}

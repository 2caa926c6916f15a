package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.FactTable;

/** Takes rows of one table. */
public interface RowStore {

  /**
   * Inserts rows that stand one behind the other in RowBinary; returns when the store has them.
   *
   * @throws city.chengmai.datasets.clickhouse.StoreException when it does not take them
   */
  void insert(FactTable table, byte[] rows, int length);
}

package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.FactTable;

/** Hears of rows that ClickHouse will never take. */
interface RefusedRows {

  /** One row stands alone and was refused with this reason. */
  void refused(FactTable table, byte[] row, Origin origin, String reason);

  /**
   * Returns when everything heard is kept for good.
   *
   * @throws city.chengmai.datasets.clickhouse.StoreException when it could not be kept
   */
  void flush();
}

package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.FactTable;

/** Hears of rows that ClickHouse will never take. */
interface RefusedRows {

  /** One row stands alone and was refused with this reason. */
  void refused(FactTable table, byte[] row, Origin origin, String reason);
}

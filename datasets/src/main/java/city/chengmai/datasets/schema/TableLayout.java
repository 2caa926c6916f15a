package city.chengmai.datasets.schema;

import java.util.List;

/** What the statements of migrations are on a server: the tables as written, or parts of them. */
interface TableLayout {
  /** Databases beside that of the tables. */
  List<String> databases();

  /** The statements that a statement of a migration becomes on a server, in order. */
  List<String> statements(String statement);

  /**
   * The statements of view {@code schema_parts}: what the servers keep of each table, so that
   * nobody has to read a table to know how far it reaches or whether something was written.
   */
  List<String> partsView();

  /** One server holds every table whole, as the migrations say. */
  static TableLayout whole(String database) {
    return new TableLayout() {
      @Override
      public List<String> databases() {
        return List.of();
      }

      @Override
      public List<String> statements(String statement) {
        return List.of(statement);
      }

      @Override
      public List<String> partsView() {
        return List.of(TableLayout.partsViewOver("toUInt32(0)", "system.parts", database));
      }
    };
  }

  /** The view over a table like {@code system.parts}. */
  static String partsViewOver(String shard, String parts, String database) {
    return "CREATE VIEW IF NOT EXISTS schema_parts AS SELECT "
        + shard
        + " AS shard, table, partition_id, name, rows, min_time, max_time, max_block_number FROM "
        + parts
        + " WHERE active AND database = '"
        + database
        + "'";
  }
}

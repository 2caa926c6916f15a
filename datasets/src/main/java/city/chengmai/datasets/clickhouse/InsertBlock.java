package city.chengmai.datasets.clickhouse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Rows already written in a ClickHouse input format. The array is not copied: hand it over and
 * leave it alone.
 *
 * @param table table name, unqualified or {@code database.table}
 * @param columns columns in the order of the bytes; empty for all of them
 * @param format input format, for example RowBinary, Native, JSONEachRow
 * @param bytes the rows
 * @param length how many of the bytes count
 * @param settings ClickHouse settings of this insert, for example insert_deduplication_token
 */
@SuppressWarnings(
    "ArrayRecordComponent") // A block of megabytes, handed over once and never compared.
public record InsertBlock(
    String table,
    List<String> columns,
    String format,
    byte[] bytes,
    int length,
    Map<String, String> settings) {
  public InsertBlock {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(format, "format");
    Objects.checkFromIndexSize(0, length, bytes.length);
    columns = List.copyOf(columns);
    settings = Map.copyOf(settings);
  }

  /** A whole array, without settings. */
  public static InsertBlock of(String table, List<String> columns, String format, byte[] bytes) {
    return new InsertBlock(table, columns, format, bytes, bytes.length, Map.of());
  }

  String sql() {
    String list =
        columns.isEmpty()
            ? ""
            : columns.stream()
                .map(column -> "`" + column.replace("`", "\\`") + "`")
                .collect(Collectors.joining(", ", " (", ")"));
    return "INSERT INTO " + table + list + " FORMAT " + format;
  }
}

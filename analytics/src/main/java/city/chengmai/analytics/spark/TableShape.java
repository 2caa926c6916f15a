package city.chengmai.analytics.spark;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.RowStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The columns of a table as the server tells them, and rows of it as arrays of plain values in that
 * order (see {@link ColumnCodec}). Immutable, travels to executors.
 */
public final class TableShape implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String FORMAT = "RowBinary";

  private final String table;
  private final ArrayList<String> names = new ArrayList<>();
  private final ArrayList<ColumnCodec> codecs = new ArrayList<>();
  private final HashMap<String, Integer> positions = new HashMap<>();

  private TableShape(String table) {
    this.table = table;
  }

  /** The shape of a table; empty when it has columns of a type without a codec. */
  public static Optional<TableShape> find(ClickHouseClient client, String table) {
    TableShape shape = new TableShape(table);
    try (RowStream none =
        client.stream(ClickHouseQuery.of("SELECT * FROM " + table + " LIMIT 0"))) {
      for (RowStream.Column column : none.columns()) {
        Optional<ColumnCodec> codec = ColumnCodec.of(column.type());
        if (codec.isEmpty()) {
          return Optional.empty();
        }
        shape.positions.put(column.name(), shape.names.size());
        shape.names.add(column.name());
        shape.codecs.add(codec.get());
      }
    }
    return Optional.of(shape);
  }

  /** The shape of a table that is known to have one. */
  public static TableShape of(ClickHouseClient client, String table) {
    return find(client, table)
        .orElseThrow(
            () -> new IllegalArgumentException(table + " has columns of a type without a codec"));
  }

  /** Name of the table. */
  public String table() {
    return table;
  }

  /** Its columns, in the order of a row. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The column at a position of a row. */
  public String name(int position) {
    return names.get(position);
  }

  /** Where a column stands in a row. */
  public int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(table + " has no column " + column + ", only " + names);
    }
    return position;
  }

  /**
   * A row in plain values; what it does not tell is null, or 0 or empty where null is not taken.
   */
  public Object[] plain(Map<String, Object> columns) {
    Object[] row = new Object[names.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = codecs.get(i).plain(columns.get(names.get(i)));
    }
    return row;
  }

  void write(ByteArrayOutputStream out, Object[] row) {
    for (int i = 0; i < row.length; i++) {
      codecs.get(i).write(out, row[i]);
    }
  }

  /** Hands over each row that a query finds; it must select all columns in their order. */
  public void read(ClickHouseClient client, ClickHouseQuery query, Consumer<Object[]> rows) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(client.body(query, FORMAT), 1 << 16))) {
      while (!atEnd(in)) {
        Object[] row = new Object[names.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = codecs.get(i).read(in);
        }
        rows.accept(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading rows of " + table, e);
    }
  }

  private static boolean atEnd(DataInputStream in) throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    if (!end) {
      in.reset();
    }
    return end;
  }
}

package city.chengmai.analytics.spark;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.InsertBlock;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/**
 * Writes rows into a table in large blocks. The tables keep, of rows with one key, the one with the
 * largest version, so writing twice changes nothing.
 */
public final class TableWriter {

  /** Each block is a part in every month it touches: few large ones are merged sooner. */
  private static final int BYTES_OF_BLOCK = 16 << 20;

  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  private TableWriter() {}

  /** Writes a distributed collection, one client a partition; returns the number of rows. */
  public static long write(Store store, String table, JavaRDD<? extends StoredRow> rows) {
    return rows.map(row -> (StoredRow) row)
        .mapPartitions(part -> List.of(write(store, table, part)).iterator())
        .fold(0L, Long::sum);
  }

  /** Writes rows from this process; returns their number. */
  public static long write(Store store, String table, Iterator<? extends StoredRow> rows) {
    if (!rows.hasNext()) {
      return 0;
    }
    try (ClickHouseClient client = store.client()) {
      Optional<TableShape> shape = TableShape.find(client, table);
      return shape.isPresent()
          ? write(client, shape.get(), plain(shape.get(), rows))
          : writeJson(client, table, rows);
    }
  }

  /** Writes rows that are plain values already; returns their number. */
  public static long write(ClickHouseClient client, TableShape shape, Iterator<Object[]> rows) {
    long written = 0;
    ByteArrayOutputStream block = new ByteArrayOutputStream(1 << 16);
    while (rows.hasNext()) {
      for (; block.size() < BYTES_OF_BLOCK && rows.hasNext(); written++) {
        shape.write(block, rows.next());
      }
      insert(client, shape.table(), shape.names(), "RowBinary", block);
    }
    return written;
  }

  private static Iterator<Object[]> plain(TableShape shape, Iterator<? extends StoredRow> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Object[] next() {
        return shape.plain(rows.next().columns());
      }
    };
  }

  private static long writeJson(
      ClickHouseClient client, String table, Iterator<? extends StoredRow> rows) {
    long written = 0;
    ByteArrayOutputStream block = new ByteArrayOutputStream(1 << 16);
    try {
      while (rows.hasNext()) {
        for (; block.size() < BYTES_OF_BLOCK && rows.hasNext(); written++) {
          block.write(JSON.writeValueAsBytes(rows.next().columns()));
          block.write('\n');
        }
        insert(client, table, List.of(), "JSONEachRow", block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing rows as JSON", e);
    }
    return written;
  }

  /** Tables are partitioned by month, and a block may hold more months than the server's limit. */
  private static void insert(
      ClickHouseClient client,
      String table,
      List<String> columns,
      String format,
      ByteArrayOutputStream block) {
    Map<String, String> settings = Map.of("max_partitions_per_insert_block", "0");
    byte[] bytes = block.toByteArray();
    client.insert(new InsertBlock(table, columns, format, bytes, bytes.length, settings));
    block.reset();
  }
}

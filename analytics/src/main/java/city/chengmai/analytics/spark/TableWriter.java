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
import org.apache.spark.api.java.JavaRDD;

/**
 * Writes rows into a table in large blocks. The tables keep, of rows with one key, the one with the
 * largest version, so writing twice changes nothing.
 */
public final class TableWriter {

  private static final int ROWS_OF_BLOCK = 20_000;
  private static final ObjectWriter JSON =
      JsonMapper.builder().build().writer().withRootValueSeparator("\n");

  private TableWriter() {}

  /** Writes a distributed collection, one client a partition; returns the number of rows. */
  public static long write(Store store, String table, JavaRDD<? extends StoredRow> rows) {
    return rows.map(row -> (StoredRow) row)
        .mapPartitions(part -> List.of(write(store, table, part)).iterator())
        .fold(0L, Long::sum);
  }

  /** Writes rows from this process; returns their number. */
  public static long write(Store store, String table, Iterator<? extends StoredRow> rows) {
    long written = 0;
    try (ClickHouseClient client = store.client()) {
      while (rows.hasNext()) {
        ByteArrayOutputStream block = new ByteArrayOutputStream(1 << 16);
        int count = fill(block, rows);
        client.insert(block(table, block.toByteArray()));
        written += count;
      }
    }
    return written;
  }

  /** Tables are partitioned by month, and a block may hold more months than the server's limit. */
  private static InsertBlock block(String table, byte[] rows) {
    Map<String, String> settings = Map.of("max_partitions_per_insert_block", "0");
    return new InsertBlock(table, List.of(), "JSONEachRow", rows, rows.length, settings);
  }

  private static int fill(ByteArrayOutputStream block, Iterator<? extends StoredRow> rows) {
    int count = 0;
    try {
      for (; count < ROWS_OF_BLOCK && rows.hasNext(); count++) {
        block.write(JSON.writeValueAsBytes(rows.next().columns()));
        block.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing rows as JSON", e);
    }
    return count;
  }
}

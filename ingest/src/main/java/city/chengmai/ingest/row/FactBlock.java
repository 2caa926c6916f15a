package city.chengmai.ingest.row;

import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Rows of one table in one Kafka record: the value holds the rows one behind the other, header
 * {@code rows} tells where each ends and whose it is; the key only chooses the partition. A record
 * without that header is one row, its key the entity. Not thread-safe.
 */
public final class FactBlock {

  /** Name of the header: for each row its length, then the entity's length and UTF-8. */
  public static final String ROWS = "rows";

  private final FactTable table;
  private byte[] rows = new byte[1 << 12];
  private int length;
  private byte[] index = new byte[1 << 9];
  private int indexLength;
  private int count;

  /** An empty block of rows for this table. */
  public FactBlock(FactTable table) {
    this.table = Objects.requireNonNull(table, "table");
  }

  /** Adds a row; the key is the entity it is about, as on Kafka. */
  public void add(byte[] key, byte[] row) {
    rows = append(rows, length, row);
    length += row.length;
    index = room(index, indexLength, key.length + 10);
    indexLength = RowIndex.number(index, indexLength, row.length);
    indexLength = RowIndex.number(index, indexLength, key.length);
    System.arraycopy(key, 0, index, indexLength, key.length);
    indexLength += key.length;
    count++;
  }

  /** Rows in it. */
  public int count() {
    return count;
  }

  /** Bytes of its rows. */
  public int length() {
    return length;
  }

  /** The value of its record. */
  public byte[] value() {
    return Arrays.copyOf(rows, length);
  }

  /** The headers of its record. */
  public Headers headers() {
    Header rowsHeader = new RecordHeader(ROWS, Arrays.copyOf(index, indexLength));
    return new RecordHeaders(new Header[] {FactHeaders.of(table), rowsHeader});
  }

  /** Empties it for the next rows. */
  public void clear() {
    length = 0;
    indexLength = 0;
    count = 0;
  }

  private static byte[] append(byte[] target, int length, byte[] more) {
    byte[] larger = room(target, length, more.length);
    System.arraycopy(more, 0, larger, length, more.length);
    return larger;
  }

  private static byte[] room(byte[] target, int length, int more) {
    return target.length - length >= more
        ? target
        : Arrays.copyOf(target, Math.max(target.length * 2, length + more));
  }
}

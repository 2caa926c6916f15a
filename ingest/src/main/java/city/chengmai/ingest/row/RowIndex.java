package city.chengmai.ingest.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Where the rows of a {@link FactBlock} end and whose they are. */
public final class RowIndex {

  private final byte[] index;
  private final int[] ends;
  private final int[] keys;

  private RowIndex(byte[] index, int[] ends, int[] keys) {
    this.index = index;
    this.ends = ends;
    this.keys = keys;
  }

  /**
   * The index of a record, null when the record is one row.
   *
   * @param length length of the record's value
   * @throws IllegalArgumentException when the header does not fit the value
   */
  public static RowIndex of(Headers headers, int length) {
    Header header = headers.lastHeader(FactBlock.ROWS);
    if (header == null) {
      return null;
    }
    RowIndex read = read(header.value());
    if (read.count() == 0 || read.end(read.count() - 1) != length) {
      throw new IllegalArgumentException("the rows do not end where the value ends, at " + length);
    }
    return read;
  }

  /** Number of rows. */
  public int count() {
    return ends.length;
  }

  /** Where a row ends in the value. */
  public int end(int row) {
    return ends[row];
  }

  /** The entity that a row is about. */
  public String key(int row) {
    long number = numberAt(index, keys[row]);
    return new String(index, (int) (number >>> 32), (int) number, StandardCharsets.UTF_8);
  }

  /** Writes a number as LEB128 and returns where the next byte goes. */
  static int number(byte[] target, int at, int value) {
    int next = at;
    int rest = value;
    while (rest >= 0x80) {
      target[next++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    target[next++] = (byte) rest;
    return next;
  }

  private static RowIndex read(byte[] index) {
    int[] ends = new int[16];
    int[] keys = new int[16];
    int count = 0;
    int at = 0;
    int end = 0;
    try {
      while (at < index.length) {
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, count * 2);
          keys = Arrays.copyOf(keys, count * 2);
        }
        long row = numberAt(index, at);
        end += (int) row;
        keys[count] = (int) (row >>> 32);
        ends[count++] = end;
        long key = numberAt(index, (int) (row >>> 32));
        at = (int) (key >>> 32) + (int) key;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index of the rows breaks off", e);
    }
    return new RowIndex(index, Arrays.copyOf(ends, count), Arrays.copyOf(keys, count));
  }

  /** The number in the lower half, where it ends in the upper one. */
  private static long numberAt(byte[] index, int from) {
    int at = from;
    int value = 0;
    int shift = 0;
    while (index[at] < 0) {
      value |= (index[at++] & 0x7F) << shift;
      shift += 7;
    }
    value |= index[at++] << shift;
    return (long) at << 32 | value;
  }
}

package city.chengmai.ingest.sink;

import city.chengmai.ingest.row.RowIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one table, one behind the other, with the place where each ends. Not thread-safe. */
final class TableRows {

  /** The rows of one record: the first of them, the record, and whose they are. */
  private record Part(int firstRow, Origin origin, RowIndex index) {

    Origin originOf(int row) {
      return index == null ? origin : origin.row(row - firstRow, index.key(row - firstRow));
    }
  }

  private byte[] bytes = new byte[1 << 16];
  private int length;
  private int[] ends = new int[1 << 8];
  private int count;
  private final List<Part> parts = new ArrayList<>();

  void add(byte[] row, Origin origin) {
    parts.add(new Part(count, origin, null));
    append(row);
    end(length);
  }

  /** Adds the rows of one record. */
  void add(byte[] rows, RowIndex index, Origin origin) {
    parts.add(new Part(count, origin, index));
    int start = length;
    append(rows);
    for (int row = 0; row < index.count(); row++) {
      end(start + index.end(row));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int count() {
    return count;
  }

  Origin origin(int row) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (parts.get(middle).firstRow() <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return parts.get(low).originOf(row);
  }

  /** Copy of the rows from one index up to another. */
  byte[] slice(int from, int to) {
    int start = from == 0 ? 0 : ends[from - 1];
    return Arrays.copyOfRange(bytes, start, to == 0 ? 0 : ends[to - 1]);
  }

  private void append(byte[] rows) {
    if (bytes.length - length < rows.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + rows.length));
    }
    System.arraycopy(rows, 0, bytes, length, rows.length);
    length += rows.length;
  }

  private void end(int at) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = at;
  }
}

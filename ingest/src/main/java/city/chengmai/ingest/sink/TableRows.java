package city.chengmai.ingest.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one table, one behind the other, with the place where each ends. Not thread-safe. */
final class TableRows {

  private byte[] bytes = new byte[1 << 16];
  private int length;
  private final List<Integer> ends = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();

  void add(byte[] row, Origin origin) {
    if (bytes.length - length < row.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + row.length));
    }
    System.arraycopy(row, 0, bytes, length, row.length);
    length += row.length;
    ends.add(length);
    origins.add(origin);
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int count() {
    return ends.size();
  }

  Origin origin(int row) {
    return origins.get(row);
  }

  /** Copy of the rows from one index up to another. */
  byte[] slice(int from, int to) {
    int start = from == 0 ? 0 : ends.get(from - 1);
    return Arrays.copyOfRange(bytes, start, to == 0 ? 0 : ends.get(to - 1));
  }
}

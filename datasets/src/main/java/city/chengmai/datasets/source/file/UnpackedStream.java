package city.chengmai.datasets.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Bytes that were packed; ends with a fault where they become far more than any table packs into so
 * few, as a file does that was made to fill a disk or a memory (压缩炸弹).
 */
final class UnpackedStream extends FilterInputStream {

  /** Bytes that are given however few they came from. */
  static final long ALWAYS_GIVEN = 64L << 20;

  /** Bytes that one packed byte may become beyond that; tables reach about 30. */
  static final int MOST_TIMES = 200;

  private final LongSupplier packed;
  private long given;

  /**
   * Watches a stream.
   *
   * @param packed packed bytes that what was read so far came from, at least
   */
  UnpackedStream(InputStream unpacked, LongSupplier packed) {
    super(unpacked);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    give(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    give(Math.max(0, count));
    return count;
  }

  private void give(int count) throws IOException {
    given += count;
    if (given > ALWAYS_GIVEN && given / MOST_TIMES > packed.getAsLong()) {
      throw new IOException(
          "unpacks to more than "
              + MOST_TIMES
              + " times its size ("
              + packed.getAsLong()
              + " bytes became "
              + given
              + " and more), expected a table; if it is one, unpack it first");
    }
  }
}

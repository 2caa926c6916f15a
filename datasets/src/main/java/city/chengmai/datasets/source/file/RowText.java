package city.chengmai.datasets.source.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a file, of which one row may take only so much: behind a quotation mark that nobody
 * closed, or without line breaks, all that follows would go into memory as one row.
 */
final class RowText extends FilterReader {

  /** Characters that a row may have, and the reader may read ahead. */
  static final int LONGEST_ROW = 16 << 20;

  private long read;

  RowText(Reader text) {
    super(text);
  }

  /** Begins to count anew. */
  void nextRow() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    take(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(char[] text, int offset, int length) throws IOException {
    int count = in.read(text, offset, length);
    take(Math.max(0, count));
    return count;
  }

  private void take(int count) throws IOException {
    read += count;
    if (read > LONGEST_ROW) {
      throw new IOException(
          "a row has more than "
              + LONGEST_ROW
              + " characters; look for a quotation mark that is not closed");
    }
  }
}

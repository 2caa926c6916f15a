package city.chengmai.datasets.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that tells how much of it was read. Belongs to one thread. */
public final class CountedFile implements DataFile {

  private final DataFile file;
  private long read;

  /** Counts what is read of this file. */
  public CountedFile(DataFile file) {
    this.file = file;
  }

  /** Bytes read, by all streams together. */
  public long read() {
    return read;
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public InputStream open() throws IOException {
    return new FilterInputStream(file.open()) {
      @Override
      public int read() throws IOException {
        int next = in.read();
        read += next < 0 ? 0 : 1;
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        read += Math.max(0, count);
        return count;
      }
    };
  }
}

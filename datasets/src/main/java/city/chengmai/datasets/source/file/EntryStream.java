package city.chengmai.datasets.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

/** The bytes of one entry of an archive, which is closed with them. */
final class EntryStream extends FilterInputStream {

  private final ZipFile zip;

  EntryStream(ZipFile zip, InputStream bytes) {
    super(bytes);
    this.zip = zip;
  }

  @Override
  public void close() throws IOException {
    zip.close(); // closes the entry's stream as well
  }
}

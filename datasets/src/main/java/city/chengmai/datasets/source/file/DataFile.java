package city.chengmai.datasets.source.file;

import java.io.IOException;
import java.io.InputStream;

/** One file of rows, wherever it lies: in a directory, an archive, on the class path. */
public interface DataFile {

  /** Name for people and patterns: the path within its archive, else the file name. */
  String name();

  /** Size of what {@link #open} gives, in bytes; 0 when not known. */
  long size();

  /**
   * Opens the bytes anew. The caller closes the stream.
   *
   * @throws IOException when it cannot be read
   */
  InputStream open() throws IOException;
}

package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFeed;
import city.chengmai.datasets.source.CityFiles;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.StructuredFile;
import city.chengmai.datasets.source.file.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/**
 * The feed of a city's file of case rows and a mapping. A position is a number of rows.
 * Thread-safe; each iterator belongs to one thread and closes the file when it has given the last
 * row.
 */
public final class MappedFileFeed implements CityFeed {

  private final MappedFiles mapped;
  private final FeedFingerprint fingerprint;
  private long counted = -1;

  private MappedFileFeed(MappedFiles mapped, FeedFingerprint fingerprint) {
    this.mapped = mapped;
    this.fingerprint = fingerprint;
  }

  /**
   * The feed that a mapping file describes.
   *
   * @throws CityConfigurationException when mapping or file are missing or do not fit each other
   */
  public static MappedFileFeed open(
      CityFiles files, String file, ZoneId zone, AreaTree areas, List<Category> categories) {
    Mapping mapping = StructuredFile.read(files, file, Mapping.class);
    DataFile data = new FileOfCity(files, mapping.file().name());
    MappedFiles mapped = new MappedFiles(mapping, List.of(data), zone, areas, categories);
    mapped.requireColumns();
    return new MappedFileFeed(
        mapped, new FeedFingerprint(List.of(new FileOfCity(files, file), data), areas));
  }

  /** SHA-256 over mapping, data and the spellings of areas, in hexadecimal. */
  @Override
  public String fingerprint() {
    return fingerprint.value();
  }

  /** Rows in the file, counted at the first call. */
  @Override
  public synchronized long records() {
    if (counted < 0) {
      counted = mapped.count();
    }
    return counted;
  }

  @Override
  public Iterator<FeedRecord> from(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("position is " + position + ", expected >= 0");
    }
    MappedRows rows = mapped.rows();
    // Read anew, because what a row means may depend on those before it.
    for (long at = 0; at < position && rows.hasNext(); at++) {
      rows.next();
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public FeedRecord next() {
        MappedRow row = rows.next();
        return new FeedRecord(row.position(), row.events(), row.notes());
      }
    };
  }

  private record FileOfCity(CityFiles files, String name) implements DataFile {
    @Override
    public long size() {
      return 0;
    }

    @Override
    public InputStream open() throws IOException {
      return files.open(name);
    }
  }
}

package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFeed;
import city.chengmai.datasets.source.CityFiles;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.StructuredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;

/**
 * The feed of a file of case rows and a mapping. A position is a number of rows. Thread-safe; each
 * iterator belongs to one thread and closes the file when it has given the last row.
 */
public final class MappedFileFeed implements CityFeed {

  private final CityFiles files;
  private final Mapping mapping;
  private final RowMapper rows;
  private final FeedFingerprint fingerprint;
  private long counted = -1;

  private MappedFileFeed(
      CityFiles files, Mapping mapping, RowMapper rows, FeedFingerprint fingerprint) {
    this.files = files;
    this.mapping = mapping;
    this.rows = rows;
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
    MappedFileFeed feed =
        new MappedFileFeed(
            files,
            mapping,
            new RowMapper(mapping, zone, areas, categories),
            new FeedFingerprint(files, List.of(file, mapping.file().name()), areas));
    feed.requireColumns();
    return feed;
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
      try (CSVParser parser = mapping.file().open(files)) {
        counted = parser.stream().count();
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    return counted;
  }

  @Override
  public Iterator<FeedRecord> from(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("position is " + position + ", expected >= 0");
    }
    return new RowIterator(parser(), rows, position);
  }

  private void requireColumns() {
    try (CSVParser parser = parser()) {
      List<String> seen = parser.getHeaderNames();
      named()
          .filter(column -> !column.isEmpty())
          .filter(column -> seen.stream().noneMatch(column::equalsIgnoreCase))
          .findFirst()
          .ifPresent(
              column -> {
                throw new CityConfigurationException(
                    "the mapping names the column \""
                        + column
                        + "\" but "
                        + mapping.file().name()
                        + " of city "
                        + files.name()
                        + " has "
                        + seen
                        + "; correct the mapping, or file.delimiter, or file.header");
              });
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Stream<String> named() {
    return Stream.concat(
        mapping.category().columns().stream(),
        Stream.of(
            mapping.caseId().column(),
            mapping.opened(),
            mapping.due(),
            mapping.closed(),
            mapping.status().column(),
            mapping.channel().column(),
            mapping.unit(),
            mapping.area(),
            mapping.point().longitude(),
            mapping.point().latitude(),
            mapping.address(),
            mapping.description()));
  }

  private CSVParser parser() {
    try {
      return mapping.file().open(files);
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private CityConfigurationException unreadable(Exception cause) {
    return new CityConfigurationException(
        "reading rows of "
            + mapping.file().name()
            + " of city "
            + files.name()
            + ": expected a readable file of delimited text, seen: "
            + cause.getMessage(),
        cause);
  }
}

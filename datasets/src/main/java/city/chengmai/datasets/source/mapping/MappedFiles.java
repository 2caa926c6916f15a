package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.BadInputException;
import city.chengmai.datasets.source.file.DataFile;
import city.chengmai.datasets.source.file.RowFault;
import city.chengmai.datasets.source.file.RowReader;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.longs.LongSets;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Files and the mapping that says what is in them. Thread-safe; each reading is not. */
public final class MappedFiles {

  private final Mapping mapping;
  private final List<DataFile> files;
  private final RowMapper mapper;

  /** Reads these files with this mapping, in a city with this zone and these areas. */
  public MappedFiles(
      Mapping mapping,
      List<DataFile> files,
      ZoneId zone,
      AreaTree areas,
      List<Category> categories) {
    this(mapping, files, zone, areas, categories, Optional.empty());
  }

  /** The same, and cases whose ids these other files have are noted. */
  public MappedFiles(
      Mapping mapping,
      List<DataFile> files,
      ZoneId zone,
      AreaTree areas,
      List<Category> categories,
      Optional<MappedFiles> elsewhere) {
    this.mapping = mapping;
    this.files = List.copyOf(files);
    MomentReader times = new MomentReader(mapping.times(), zone);
    PlaceReader places = new PlaceReader(mapping, areas);
    this.mapper =
        mapping.measurements().isPresent()
            ? new ReadingMapper(mapping, mapping.readings(), times, places)
            : new CaseMapper(
                mapping,
                times,
                places,
                new CategoryReader(mapping.category(), categories),
                elsewhere.map(MappedFiles::ids).orElse(LongSets.EMPTY_SET));
  }

  /**
   * Opens every table once and looks at its header.
   *
   * @throws CityConfigurationException when one cannot be opened or lacks a column of the mapping
   */
  public void requireColumns() {
    for (DataFile file : files) {
      try (RowReader rows = mapping.file().open(file)) {
        requireColumns(file, rows);
      } catch (IOException e) {
        throw new CityConfigurationException(
            "reading rows of " + file.name() + ": " + e.getMessage(), e);
      }
    }
  }

  /** The rows from the first one on; the caller closes them. */
  public MappedRows rows() {
    return new MappedRows(this);
  }

  /** Rows of all files, read without mapping them. */
  public long count() {
    long rows = 0;
    for (DataFile file : files) {
      try (RowReader reader = mapping.file().open(file)) {
        while (reader.next().isPresent()) {
          rows++;
        }
      } catch (IOException e) {
        throw new CityConfigurationException(
            "counting rows of " + file.name() + ": " + e.getMessage(), e);
      }
    }
    return rows;
  }

  /** Hashes of the case ids, without prefix. */
  private LongSet ids() {
    LongSet ids = new LongOpenHashSet();
    for (DataFile file : files) {
      try (RowReader reader = mapping.file().open(file)) {
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
          if (row.get().fault() == RowFault.NONE) {
            ids.add(Hashes.bits(mapping.caseId().text(new Row(row.get()))));
          }
        }
      } catch (IOException | RowRefusedException e) {
        throw new BadInputException("reading ids of " + file.name() + ": " + e.getMessage(), e);
      }
    }
    return ids;
  }

  /** The files in the order they are read. */
  public List<DataFile> files() {
    return files;
  }

  /** Bytes of all files; as far as known. */
  public long bytes() {
    return files.stream().mapToLong(DataFile::size).sum();
  }

  Mapping mapping() {
    return mapping;
  }

  RowMapper mapper() {
    return mapper;
  }

  RowReader open(DataFile file) throws IOException {
    return mapping.file().open(file);
  }

  private void requireColumns(DataFile file, RowReader rows) {
    List<String> seen = rows.columns();
    if (seen.isEmpty()) {
      return; // each row names its own
    }
    mapping
        .neededColumns()
        .filter(names -> names.stream().noneMatch(rows::hasColumn))
        .findFirst()
        .ifPresent(
            names -> {
              throw new CityConfigurationException(
                  "the mapping names the column \""
                      + String.join("\" or \"", names)
                      + "\" but "
                      + file.name()
                      + " has "
                      + seen
                      + "; correct the mapping, or file.delimiter, or file.header");
            });
  }
}

package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFiles;
import city.chengmai.datasets.source.StructuredFile;
import city.chengmai.datasets.source.file.DataFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mapping files: those that come with us, by name, and those of the user, by path. */
public final class Mappings {

  private static final String PLACE = "/city/chengmai/datasets/mapping/";

  /** The names of the mappings that come with us. */
  public static final List<String> NAMES =
      List.of(
          "beijing-air",
          "boston-311",
          "boston-open311",
          "budapest-jarokelo",
          "cn-gov-messages",
          "la-311",
          "munich-noise",
          "nab",
          "stuttgart-gelbe-karten");

  private Mappings() {}

  /**
   * The mapping with this name, or in the file at this path.
   *
   * @throws CityConfigurationException when there is none, or it is not well formed
   */
  public static Mapping load(String nameOrPath) {
    String name = NAMES.contains(nameOrPath) ? nameOrPath + ".yaml" : nameOrPath;
    return StructuredFile.read(place(nameOrPath), name, Mapping.class);
  }

  /** The same mapping as bytes, for fingerprints. */
  public static DataFile file(String nameOrPath) {
    String name = NAMES.contains(nameOrPath) ? nameOrPath + ".yaml" : nameOrPath;
    CityFiles place = place(nameOrPath);
    return new DataFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return 0;
      }

      @Override
      public InputStream open() throws IOException {
        return place.open(name);
      }
    };
  }

  private static CityFiles place(String nameOrPath) {
    if (!NAMES.contains(nameOrPath) && !Files.isRegularFile(Path.of(nameOrPath))) {
      throw new CityConfigurationException(
          "mapping is \"" + nameOrPath + "\", expected a mapping file or one of " + NAMES);
    }
    return new CityFiles() {
      @Override
      public InputStream open(String file) throws IOException {
        if (!NAMES.contains(nameOrPath)) {
          return Files.newInputStream(Path.of(file));
        }
        InputStream stream = Mappings.class.getResourceAsStream(PLACE + file);
        if (stream == null) {
          throw new FileNotFoundException(PLACE + file + " is not on the class path");
        }
        return stream;
      }

      @Override
      public String name() {
        return nameOrPath;
      }
    };
  }
}

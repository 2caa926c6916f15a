package city.chengmai.datasets.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one city, on the class path or in a directory. */
public interface CityFiles {

  /**
   * Opens a file anew. The caller closes it.
   *
   * @param file name without directories
   * @throws IOException when it cannot be read; the message holds the place
   */
  InputStream open(String file) throws IOException;

  /** The last word of the place: the city's name when its descriptor gives none. */
  String name();

  /** The files of the city with this name or in this directory. */
  static CityFiles of(String nameOrDirectory) {
    return Cities.names().contains(nameOrDirectory)
        ? bundled(nameOrDirectory)
        : in(Path.of(nameOrDirectory));
  }

  /** The files below {@code city/chengmai/datasets/city/NAME/} on the class path. */
  static CityFiles bundled(String name) {
    return new CityFiles() {
      @Override
      public InputStream open(String file) throws IOException {
        String resource = "/city/chengmai/datasets/city/" + name + "/" + file;
        InputStream stream = CityFiles.class.getResourceAsStream(resource);
        if (stream == null) {
          throw new FileNotFoundException(resource + " is not on the class path");
        }
        return stream;
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  /** The files in a directory of the user's. */
  static CityFiles in(Path directory) {
    return new CityFiles() {
      @Override
      public InputStream open(String file) throws IOException {
        return Files.newInputStream(directory.resolve(file));
      }

      @Override
      public String name() {
        return directory.toAbsolutePath().normalize().getFileName().toString();
      }
    };
  }
}

package city.chengmai.datasets.source.file;

import city.chengmai.datasets.source.CityConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files behind the paths that a person gave, in the order given; what a directory or an archive
 * holds is sorted by name, so that two readings see the same rows at the same positions.
 */
public final class DataFiles {

  private DataFiles() {}

  /**
   * The files of these paths. A directory or a zip archive stands for what it holds and the pattern
   * lets through; any other path is the file itself.
   *
   * @param pattern glob such as {@code *.csv} for names or {@code data/**} for paths; an
   *     exclamation mark before it turns it round
   * @throws CityConfigurationException when a path does not exist or holds no such file
   */
  public static List<DataFile> of(List<Path> paths, String pattern) {
    List<DataFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(files(path, pattern));
    }
    return List.copyOf(files);
  }

  private static List<DataFile> files(Path path, String pattern) {
    try {
      if (Files.isDirectory(path)) {
        return some(directory(path, pattern), path, pattern);
      }
      if (lower(path.toString()).endsWith(".zip")) {
        return some(archive(path, pattern), path, pattern);
      }
      return List.of(new PlainFile(path, path.getFileName().toString(), Files.size(path)));
    } catch (IOException e) {
      throw new CityConfigurationException(
          "cannot read " + path + ", expected a file, a directory or a zip archive: " + e, e);
    }
  }

  private static List<DataFile> directory(Path directory, String pattern) throws IOException {
    try (Stream<Path> below = Files.walk(directory)) {
      List<DataFile> files = new ArrayList<>();
      for (Path path : below.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(path).toString().replace('\\', '/');
        if (matches(pattern, name)) {
          files.add(new PlainFile(path, name, Files.size(path)));
        }
      }
      files.sort(Comparator.comparing(DataFile::name));
      return files;
    }
  }

  private static List<DataFile> archive(Path archive, String pattern) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory() && matches(pattern, entry.getName()))
          .sorted(Comparator.comparing(ZipEntry::getName))
          .<DataFile>map(
              entry -> new ArchivedFile(archive, entry.getName(), Math.max(0, entry.getSize())))
          .toList();
    }
  }

  private static List<DataFile> some(List<DataFile> files, Path path, String pattern) {
    if (files.isEmpty()) {
      throw new CityConfigurationException(
          path + " holds no file that file.name \"" + pattern + "\" of the mapping lets through");
    }
    return files;
  }

  /** Whether a file of this path is meant; a pattern without slash is about the last name. */
  static boolean matches(String pattern, String path) {
    boolean turned = pattern.startsWith("!");
    String glob = lower(turned ? pattern.substring(1) : pattern);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    Path whole = Path.of(lower(path));
    return turned ^ matcher.matches(glob.contains("/") ? whole : whole.getFileName());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private record PlainFile(Path path, String name, long size) implements DataFile {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  private record ArchivedFile(Path archive, String name, long size) implements DataFile {
    @Override
    public InputStream open() throws IOException {
      ZipFile zip = new ZipFile(archive.toFile());
      ZipEntry entry = zip.getEntry(name);
      return new EntryStream(
          zip, new UnpackedStream(zip.getInputStream(entry), () -> entry.getCompressedSize()));
    }
  }
}

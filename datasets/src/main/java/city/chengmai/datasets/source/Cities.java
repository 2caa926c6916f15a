package city.chengmai.datasets.source;

import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.demo.DemoCity;
import city.chengmai.datasets.source.mapping.MappedFileFeed;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Loads a city: one made in code, one on the class path, or one in a directory of the user's. */
public final class Cities {

  private static final String DESCRIPTOR = "city.yaml";

  /** Cities made in code. A generated city adds its line here. */
  private static final Map<String, CityFactory> GENERATED = Map.of(DemoCity.NAME, DemoCity::create);

  /** Cities whose files are on the class path. */
  private static final List<String> BUNDLED = List.of("boston-311-2011");

  private Cities() {}

  /**
   * The city of this name, or the one described by {@code city.yaml} in this directory.
   *
   * @throws CityConfigurationException when there is none, or its files do not fit
   */
  public static City load(String nameOrDirectory, CityOptions options) {
    if (GENERATED.containsKey(nameOrDirectory)) {
      return GENERATED.get(nameOrDirectory).create(options);
    }
    if (BUNDLED.contains(nameOrDirectory)) {
      return fromFiles(CityFiles.bundled(nameOrDirectory));
    }
    return fromFiles(CityFiles.in(directory(nameOrDirectory)));
  }

  /** The names that need no directory, sorted. */
  public static List<String> names() {
    TreeSet<String> names = new TreeSet<>(GENERATED.keySet());
    names.addAll(BUNDLED);
    return List.copyOf(names);
  }

  /** The city that these files describe. */
  public static City fromFiles(CityFiles files) {
    CityDescriptor descriptor = StructuredFile.read(files, DESCRIPTOR, CityDescriptor.class);
    AreaTree areas = AreaFile.read(files, descriptor.areas());
    List<Category> categories = CategoryFile.read(files, descriptor.categories());
    return new City(
        descriptor.name().isEmpty() ? files.name() : descriptor.name(),
        descriptor.nameZh(),
        descriptor.nameEn(),
        descriptor.zoneId(),
        descriptor.holidayCalendar(),
        descriptor.clock(),
        descriptor.firstDay(),
        descriptor.dayAfterLast(),
        areas,
        categories,
        descriptor.feeds().isEmpty()
            ? FeedRegistry.EMPTY
            : FeedRegistry.read(files, descriptor.feeds()),
        feed(descriptor, files, areas, categories));
  }

  private static CityFeed feed(
      CityDescriptor descriptor, CityFiles files, AreaTree areas, List<Category> categories) {
    String kind = descriptor.feed().kind();
    return switch (kind) {
      case "mapping" ->
          MappedFileFeed.open(
              files, descriptor.feed().mapping(), descriptor.zoneId(), areas, categories);
      default ->
          throw new CityConfigurationException(
              "feed.kind of city " + files.name() + " is \"" + kind + "\", expected mapping");
    };
  }

  private static Path directory(String given) {
    try {
      Path directory = Path.of(given);
      if (Files.isRegularFile(directory.resolve(DESCRIPTOR))) {
        return directory;
      }
    } catch (InvalidPathException e) {
      throw new CityConfigurationException(unknown(given), e);
    }
    throw new CityConfigurationException(unknown(given));
  }

  private static String unknown(String given) {
    return "city.name is \""
        + given
        + "\", expected one of "
        + names()
        + " or a directory that holds a "
        + DESCRIPTOR;
  }
}

package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The feeds that a city declares (接入登记). A source that nobody declared belongs to no feed: it is
 * shown as unregistered and taken all the same.
 *
 * @param feeds in display order
 */
public record FeedRegistry(List<FeedDeclaration> feeds) {

  /** A city that declares nothing. */
  public static final FeedRegistry EMPTY = new FeedRegistry(List.of());

  /** Copies the list; refuses an id or a source that is there twice. */
  public FeedRegistry {
    feeds = List.copyOf(requireNonNullElse(feeds, List.of()));
    Map<String, String> owners = new HashMap<>();
    for (FeedDeclaration feed : feeds) {
      requireNew(owners.put("id " + feed.id(), feed.id()), feed, "id " + feed.id());
      for (String source : feed.sources()) {
        requireNew(owners.put("source " + source, feed.id()), feed, "source " + source);
      }
    }
  }

  /** The feed that sends under this CloudEvents source; empty when nobody declared it. */
  public Optional<FeedDeclaration> ofSource(String source) {
    return feeds.stream().filter(feed -> feed.sources().contains(source)).findFirst();
  }

  /** The feed of this id. */
  public Optional<FeedDeclaration> find(String id) {
    return feeds.stream().filter(feed -> feed.id().equals(id)).findFirst();
  }

  /**
   * Reads the declaration of a city.
   *
   * @throws CityConfigurationException when the file is missing or does not fit
   */
  public static FeedRegistry read(CityFiles files, String file) {
    return StructuredFile.read(files, file, FeedRegistry.class);
  }

  private static void requireNew(String owner, FeedDeclaration feed, String what) {
    if (owner != null) {
      throw new IllegalArgumentException(
          what + " is declared by feed " + owner + " and again by feed " + feed.id());
    }
  }
}

package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a screen can be bound to (看板): one board of the wall, or the page of feeds.
 *
 * @param wireName the name in tables and forms
 * @param path where it is
 */
public record Board(String wireName, String path) {

  /** The wall's own board, the city at work (运行态势). */
  public static final Board WALL = new Board("wall", "/wall");

  /** Sources and refusals (接入与死信). */
  public static final Board FEEDS = new Board("feeds", "/feeds");

  private static final String PREFIX = "wall/";
  private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

  /** Checks that nothing is missing. */
  public Board {
    requireNonNull(wireName, "wireName");
    requireNonNull(path, "path");
  }

  /**
   * A board of the wall by its id.
   *
   * @param id as it stands in addresses
   */
  public static Board wall(String id) {
    return new Board(PREFIX + id, "/wall/" + id);
  }

  /** The id of a board of the wall; empty for the wall's own board and for other pages. */
  public Optional<String> boardId() {
    return wireName.startsWith(PREFIX)
        ? Optional.of(wireName.substring(PREFIX.length()))
        : Optional.empty();
  }

  /** The board of this name; empty when it is no name of one. */
  public static Optional<Board> of(String name) {
    if (name.startsWith(PREFIX) && name.substring(PREFIX.length()).matches(ID)) {
      return Optional.of(wall(name.substring(PREFIX.length())));
    }
    return Optional.of(name)
        .filter(one -> one.equals(WALL.wireName()) || one.equals(FEEDS.wireName()))
        .map(one -> one.equals(WALL.wireName()) ? WALL : FEEDS);
  }
}

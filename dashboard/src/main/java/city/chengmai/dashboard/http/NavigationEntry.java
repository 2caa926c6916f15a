package city.chengmai.dashboard.http;

/**
 * One entry of the top bar.
 *
 * @param key message key of its label
 * @param path where it leads; the entry is current on this path and below
 */
public record NavigationEntry(String key, String path) {

  /** Whether this entry is the one a visitor is on. */
  public boolean current(String visited) {
    return visited.equals(path) || visited.startsWith(path + "/") || visited.startsWith(single());
  }

  /** The page of one thing belongs to the page of all: {@code /grid/x} to {@code /grids}. */
  private String single() {
    return path.replaceFirst("s?$", "/");
  }
}

package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may use a route.
 *
 * @param method GET, POST or DELETE
 * @param path as the router has it: {@code :name} stands for a segment, a star at the end for all
 * @param roles that may use it
 * @param reach what of the city it shows
 * @param area the name of the segment that is an area, with {@link Reach#AREA}
 * @param board the board whose screens may use it too
 */
public record RouteRow(
    String method,
    String path,
    Set<Role> roles,
    Reach reach,
    Optional<String> area,
    Optional<Board> board) {

  /** Copies the roles. */
  public RouteRow {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(reach, "reach");
    roles = Set.copyOf(roles);
    if (area.isPresent() != (reach == Reach.AREA)) {
      throw new IllegalArgumentException(path + ": an area in the address belongs to reach AREA");
    }
  }

  /** Method and path, for example {@code GET /grid/:grid}. */
  public String name() {
    return method + " " + path;
  }

  /** The path as a pattern with a group for each named segment. */
  Pattern pattern() {
    String text = path.replace(".", "\\.").replaceAll(":([a-z]+)", "(?<$1>[^/]+)");
    return Pattern.compile(text.endsWith("*") ? text.substring(0, text.length() - 1) + ".*" : text);
  }

  /** Whether a visitor may use it, whatever area it is held to. */
  public boolean allows(Visitor visitor) {
    if (visitor.role() == Role.WALL) {
      boolean itsBoard = board.isPresent() && visitor.board().equals(board);
      return itsBoard || roles.contains(Role.WALL);
    }
    return visitor.role() == Role.LOCAL
        ? roles.contains(Role.OPERATOR) || roles.contains(Role.ANALYST)
        : roles.contains(visitor.role());
  }

  /** The area that an address names. */
  Optional<String> areaIn(Matcher matched) {
    return area.map(matched::group);
  }
}

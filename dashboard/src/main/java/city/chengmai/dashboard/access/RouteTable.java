package city.chengmai.dashboard.access;

import static city.chengmai.dashboard.access.Role.ADMIN;
import static city.chengmai.dashboard.access.Role.ANALYST;
import static city.chengmai.dashboard.access.Role.AUDITOR;
import static city.chengmai.dashboard.access.Role.LEADER;
import static city.chengmai.dashboard.access.Role.NOBODY;
import static city.chengmai.dashboard.access.Role.OPERATOR;
import static city.chengmai.dashboard.access.Role.WALL;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every route and who may use it: the one place where rights are given. What has no row is served
 * to nobody, and a dashboard with such a route does not start.
 */
public final class RouteTable {

  private static final Set<Role> ALL =
      EnumSet.of(NOBODY, WALL, LEADER, ANALYST, OPERATOR, ADMIN, AUDITOR);
  private static final Set<Role> KNOWN =
      EnumSet.of(WALL, LEADER, ANALYST, OPERATOR, ADMIN, AUDITOR);
  private static final Set<Role> ACCOUNTS = EnumSet.of(LEADER, ANALYST, OPERATOR, ADMIN, AUDITOR);
  private static final Set<Role> READERS = EnumSet.of(LEADER, ANALYST, OPERATOR, ADMIN);
  private static final Set<Role> WORKERS = EnumSet.of(ANALYST, OPERATOR, ADMIN);
  private static final Set<Role> DUTY = EnumSet.of(OPERATOR, ADMIN);
  private static final Set<Role> DECIDERS = EnumSet.of(LEADER, OPERATOR, ADMIN);
  private static final Set<Role> DESK = EnumSet.of(ANALYST, ADMIN);
  private static final Set<Role> ADMINS = EnumSet.of(ADMIN);
  private static final Set<Role> AUDITORS = EnumSet.of(AUDITOR, ADMIN);

  private static final List<RouteRow> ROWS =
      List.of(
          row("GET", "/assets/*", ALL, Reach.NONE),
          row("GET", "/favicon.ico", ALL, Reach.NONE),
          row("GET", "/health", ALL, Reach.NONE),
          row("GET", "/ready", ALL, Reach.NONE),
          row("GET", "/metrics", DUTY, Reach.NONE),
          row("GET", "/sign-in", ALL, Reach.NONE),
          row("POST", "/sign-in", ALL, Reach.NONE),
          row("GET", "/sign-in/provider", ALL, Reach.NONE),
          row("GET", "/sign-in/provider/back", ALL, Reach.NONE),
          row("POST", "/sign-out", ALL, Reach.NONE),
          row("GET", "/", KNOWN, Reach.NONE),
          row("GET", "/account", ACCOUNTS, Reach.NONE),
          row("POST", "/account/password", ACCOUNTS, Reach.NONE),
          row("GET", "/accounts", ADMINS, Reach.NONE),
          row("POST", "/accounts", ADMINS, Reach.NONE),
          row("POST", "/accounts/:account", ADMINS, Reach.NONE),
          row("POST", "/accounts/:account/password", ADMINS, Reach.NONE),
          row("GET", "/screens", ADMINS, Reach.NONE),
          row("POST", "/screens", ADMINS, Reach.NONE),
          row("POST", "/screens/:screen/revoke", ADMINS, Reach.NONE),
          row("GET", "/audit", AUDITORS, Reach.NONE),
          board("/wall", READERS, Board.WALL),
          board("/wall/panel/:panel", READERS, Board.WALL),
          board("/events/wall", READERS, Board.WALL),
          board("/api/wall", READERS, Board.WALL),
          board("/wall/:board", READERS, Board.WALL),
          board("/wall/:board/panel/:panel", READERS, Board.WALL),
          board("/events/wall/:board", READERS, Board.WALL),
          board("/api/wall/:board", READERS, Board.WALL),
          row("GET", "/boards", DUTY, Reach.CITY),
          row("POST", "/boards", DUTY, Reach.CITY),
          row("POST", "/boards/emergency", DUTY, Reach.CITY),
          row("POST", "/boards/calm", DUTY, Reach.CITY),
          row("GET", "/board/:board", DUTY, Reach.CITY),
          row("GET", "/board/:board/preview", DUTY, Reach.CITY),
          row("POST", "/board/:board/editions", DUTY, Reach.CITY),
          row("POST", "/board/:board/publication", DUTY, Reach.CITY),
          row("POST", "/board/:board/restoration", DUTY, Reach.CITY),
          row("GET", "/grids", READERS, Reach.FILTERED),
          area("/grid/:grid.pdf", "grid"),
          area("/grid/:grid", "grid"),
          area("/grid/:grid/behind/:indicator", "grid"),
          area("/grid/:grid/indicator/:indicator", "grid"),
          area("/api/grid/:grid", "grid"),
          row("GET", "/compare", READERS, Reach.FILTERED),
          row("GET", "/explore", READERS, Reach.FILTERED),
          row("GET", "/explore/cases", READERS, Reach.FILTERED),
          row("GET", "/restatements", READERS, Reach.FILTERED),
          row("GET", "/case/:case", READERS, Reach.FILTERED),
          row("GET", "/trace", READERS, Reach.FILTERED),
          row("GET", "/trace/:correlation", READERS, Reach.FILTERED),
          row("GET", "/alerts", READERS, Reach.FILTERED),
          row("GET", "/alert/:alert", READERS, Reach.FILTERED),
          row("GET", "/api/alerts", READERS, Reach.FILTERED),
          row("GET", "/api/alert/:alert", READERS, Reach.FILTERED),
          row("POST", "/alert/:alert/actions", DUTY, Reach.CITY),
          row("GET", "/thresholds", WORKERS, Reach.CITY),
          row("POST", "/thresholds/:proposal/decisions", DUTY, Reach.CITY),
          row("GET", "/files", READERS, Reach.CITY),
          row("GET", "/files/enterprises/:id", READERS, Reach.CITY),
          row("GET", "/files/buildings/:id", READERS, Reach.CITY),
          area("/grids/:id/file", "id"),
          row("GET", "/space", READERS, Reach.CITY),
          row("GET", "/records", READERS, Reach.CITY),
          row("GET", "/record/:kind/:id", READERS, Reach.CITY),
          row("POST", "/record/:kind/:id/steps", DUTY, Reach.CITY),
          row("GET", "/campaigns", READERS, Reach.CITY),
          row("GET", "/measures", READERS, Reach.CITY),
          row("GET", "/visits", READERS, Reach.CITY),
          row("GET", "/mechanisms", READERS, Reach.FILTERED),
          row("GET", "/mechanism/:mechanism", READERS, Reach.FILTERED),
          row("GET", "/sites", READERS, Reach.CITY),
          area("/sites/:grid", "grid"),
          row("GET", "/inspections", READERS, Reach.CITY),
          row("GET", "/response", READERS, Reach.CITY),
          row("GET", "/pool", READERS, Reach.CITY),
          row("GET", "/special/:id", READERS, Reach.CITY),
          row("GET", "/models", READERS, Reach.CITY),
          row("GET", "/models/new", DESK, Reach.CITY),
          row("POST", "/models/new", DESK, Reach.CITY),
          row("GET", "/models/own/:model", READERS, Reach.CITY),
          row("POST", "/models/own/:model", DESK, Reach.CITY),
          row("GET", "/model/:model", READERS, Reach.CITY),
          row("POST", "/model/:model/hits/:hit/actions", DUTY, Reach.CITY),
          row("POST", "/model/:model/effort", DUTY, Reach.CITY),
          row("GET", "/suggestions", READERS, Reach.CITY),
          row("POST", "/suggestions/:measure/decisions", DECIDERS, Reach.CITY),
          row("GET", "/before-complaint", READERS, Reach.CITY),
          row("GET", "/conferences", READERS, Reach.CITY),
          row("POST", "/conferences/:case/actions", DECIDERS, Reach.CITY),
          row("GET", "/classes", READERS, Reach.CITY),
          row("POST", "/classes/:class/fixes", DECIDERS, Reach.CITY),
          row("GET", "/bulletins", READERS, Reach.CITY),
          row("GET", "/bulletin/:bulletin", READERS, Reach.CITY),
          row("GET", "/bulletin/:bulletin.pdf", READERS, Reach.CITY),
          row("GET", "/bulletin/:bulletin/edit", WORKERS, Reach.CITY),
          row("POST", "/bulletin/:bulletin/editions", WORKERS, Reach.CITY),
          row("POST", "/bulletin/:bulletin/publication", DUTY, Reach.CITY),
          row("GET", "/indicators", READERS, Reach.NONE),
          row("GET", "/glossary", READERS, Reach.NONE),
          row("GET", "/about", READERS, Reach.NONE),
          row("GET", "/desk", DESK, Reach.CITY),
          row("GET", "/desk/schema", DESK, Reach.CITY),
          row("POST", "/desk/runs", DESK, Reach.CITY),
          row("GET", "/desk/runs/:id", DESK, Reach.CITY),
          row("DELETE", "/desk/runs/:id", DESK, Reach.CITY),
          row("GET", "/desk/runs/:id/chart", DESK, Reach.CITY),
          row("POST", "/desk/export", DESK, Reach.CITY),
          row("GET", "/desk/queries/:query", DESK, Reach.CITY),
          row("POST", "/desk/queries", DESK, Reach.CITY),
          row("POST", "/desk/queries/:query", DESK, Reach.CITY),
          row("GET", "/queries", DESK, Reach.CITY),
          row("GET", "/query/:query", DESK, Reach.CITY),
          row("POST", "/query/:query/remarks", DESK, Reach.CITY),
          row("POST", "/query/:query/withdrawal", DESK, Reach.CITY),
          row("POST", "/query/:query/schedule", DESK, Reach.CITY),
          row("POST", "/query/:query/schedule/stop", DESK, Reach.CITY),
          row("POST", "/query/:query/pin", DESK, Reach.CITY),
          row("POST", "/query/:query/endpoints", DESK, Reach.CITY),
          row("POST", "/query/:query/endpoints/:endpoint/revoke", DESK, Reach.CITY),
          row("GET", "/api/openapi.yaml", ALL, Reach.NONE),
          row("GET", "/api/openapi.json", ALL, Reach.NONE),
          // Proved by a token of its own: see EndpointRoutes.
          row("GET", "/api/queries/:endpoint", ALL, Reach.NONE),
          board("/feeds", WORKERS, Board.FEEDS),
          row("GET", "/operations", WORKERS, Reach.CITY));

  private static final Map<RouteRow, Pattern> PATTERNS = patterns();

  /** A row that an address fits, the area that the address names and the board that it shows. */
  public record Found(RouteRow row, Optional<String> area, Optional<Board> board) {

    /** Whether a visitor may use it, whatever area it is held to. */
    public boolean allows(Visitor visitor) {
      return row.allows(visitor, board);
    }
  }

  private RouteTable() {}

  /** All rows, in the order of the table. */
  public static List<RouteRow> rows() {
    return ROWS;
  }

  /**
   * The row of a request.
   *
   * @param path normalized and without a query
   */
  public static Optional<Found> find(String method, String path) {
    String plain = path.length() > 1 && path.endsWith("/") ? trimmed(path) : path;
    for (Map.Entry<RouteRow, Pattern> entry : PATTERNS.entrySet()) {
      Matcher matcher = entry.getValue().matcher(plain);
      if (entry.getKey().method().equals(method) && matcher.matches()) {
        RouteRow row = entry.getKey();
        return Optional.of(new Found(row, row.areaIn(matcher), row.boardIn(matcher)));
      }
    }
    return Optional.empty();
  }

  /** Whether a visitor may open a page at all, for the entries of the top bar. */
  public static boolean opens(Visitor visitor, String path) {
    return find("GET", path)
        .filter(found -> found.allows(visitor))
        .filter(found -> visitor.areaId().isEmpty() || found.row().reach() != Reach.CITY)
        .isPresent();
  }

  private static String trimmed(String path) {
    return path.substring(0, path.length() - 1);
  }

  private static RouteRow row(String method, String path, Set<Role> roles, Reach reach) {
    return new RouteRow(method, path, roles, reach, Optional.empty(), Optional.empty());
  }

  private static RouteRow area(String path, String area) {
    return new RouteRow("GET", path, READERS, Reach.AREA, Optional.of(area), Optional.empty());
  }

  private static RouteRow board(String path, Set<Role> roles, Board board) {
    return new RouteRow("GET", path, roles, Reach.CITY, Optional.empty(), Optional.of(board));
  }

  private static Map<RouteRow, Pattern> patterns() {
    Map<RouteRow, Pattern> patterns = new LinkedHashMap<>();
    new ArrayList<>(ROWS).forEach(row -> patterns.put(row, row.pattern()));
    return patterns;
  }
}

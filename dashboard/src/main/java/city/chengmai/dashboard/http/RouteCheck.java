package city.chengmai.dashboard.http;

import city.chengmai.dashboard.access.RouteRow;
import city.chengmai.dashboard.access.RouteTable;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses a route that the table of rights does not know. */
final class RouteCheck {

  /** Routes of the start-up page, which stands before the gate on this machine alone. */
  private static final Set<String> BEFORE_THE_GATE = Set.of("GET /start", "GET /start/status");

  private RouteCheck() {}

  /**
   * Checks all routes with a method and a path.
   *
   * @throws IllegalStateException that names the routes without a row
   */
  static void check(Router router) {
    Set<String> unknown = routes(router);
    unknown.removeAll(RouteTable.rows().stream().map(RouteRow::name).collect(Collectors.toSet()));
    unknown.removeAll(BEFORE_THE_GATE);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "routes "
              + unknown
              + " have no row in RouteTable: say there who may use them and what of the city they"
              + " show");
    }
  }

  /** Method and path of every route, for example {@code GET /grid/:grid}. */
  static Set<String> routes(Router router) {
    Set<String> names = new TreeSet<>();
    for (Route route : router.getRoutes()) {
      if (route.methods() != null && route.getPath() != null) {
        // The router keeps the path of all that lies below without its star.
        boolean all = route.getPath().length() > 1 && route.getPath().endsWith("/");
        String path = route.getPath() + (all ? "*" : "");
        route.methods().forEach(method -> names.add(method.name() + " " + path));
      }
    }
    return names;
  }
}

package city.chengmai.dashboard.http;

import io.vertx.ext.web.Router;

/** Routes that belong together, such as the wall's or the desk's. Mounted once at start-up. */
@FunctionalInterface
public interface RouteGroup {

  /** Adds its routes. Handlers run on the event loop and hand blocking work to {@link Workers}. */
  void mount(Router router);

  /** Frees what the group owns, once no request comes any more. */
  default void close() {}
}

package city.chengmai.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our style sheets, scripts, pictures and fonts, read from the class path once and kept with their
 * compressed form. Addresses carry a content hash, so browsers keep them for ever.
 */
public final class StaticAssets implements RouteGroup {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "ttf", "font/ttf");
  private static final Pattern FILE =
      Pattern.compile("/assets/((?:[a-z]+/)?[a-z0-9-]+)\\.(css|js|svg|ttf)");

  /** Only what there is: the names that can be asked for have no end. */
  private final Map<String, PackedBody> files = new ConcurrentHashMap<>();

  private final Workers workers;

  /** Files are read on this pool. */
  public StaticAssets(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void mount(Router router) {
    router.get("/assets/*").handler(this::file);
    router.get("/favicon.ico").handler(context -> context.redirect("/assets/mark.svg"));
  }

  private void file(RoutingContext context) {
    Matcher path = FILE.matcher(context.request().path());
    if (!path.matches()) {
      context.fail(404);
      return;
    }
    String name = path.group(1) + "." + path.group(2);
    workers
        .call(() -> Optional.ofNullable(files.computeIfAbsent(name, StaticAssets::read)))
        .onSuccess(file -> answer(context, file, TYPES.get(path.group(2))))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Optional<PackedBody> file, String type) {
    if (file.isEmpty()) {
      context.fail(404);
      return;
    }
    context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
    file.get().answer(context, type);
  }

  /** Files that are kept. */
  int kept() {
    return files.size();
  }

  private static PackedBody read(String name) {
    return AssetSource.read(name).map(Buffer::buffer).map(PackedBody::of).orElse(null);
  }
}

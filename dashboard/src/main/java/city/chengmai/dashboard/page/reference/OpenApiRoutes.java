package city.chengmai.dashboard.page.reference;

import city.chengmai.dashboard.chart.ContentHash;
import city.chengmai.dashboard.http.PackedBody;
import city.chengmai.dashboard.http.RouteGroup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of what programs may ask for (接口说明), OpenAPI 3.1, as it is written and as JSON.
 * Open to everybody: it holds nothing of the city, and programs with a token have no session.
 */
public final class OpenApiRoutes implements RouteGroup {

  private static final String FILE = "/city/chengmai/dashboard/openapi.yaml";

  private final byte[] yaml = read();

  /** Nothing but the file of the class path. */
  public OpenApiRoutes() {}

  @Override
  public void mount(Router router) {
    serve(router, "/api/openapi.yaml", "application/yaml; charset=utf-8", yaml);
    serve(router, "/api/openapi.json", "application/json; charset=utf-8", json(yaml));
  }

  /** The description. */
  public static JsonNode document() {
    return tree(read());
  }

  private static void serve(Router router, String path, String type, byte[] content) {
    PackedBody body = PackedBody.of(Buffer.buffer(content));
    String mark = "\"" + ContentHash.of(content) + "\"";
    router.get(path).handler(context -> answer(context, body, type, mark));
  }

  private static void answer(RoutingContext context, PackedBody body, String type, String mark) {
    context.response().putHeader("Cache-Control", "no-cache").putHeader("ETag", mark);
    if (mark.equals(context.request().getHeader("If-None-Match"))) {
      context.response().setStatusCode(304).end();
    } else {
      body.answer(context, type);
    }
  }

  private static byte[] json(byte[] yaml) {
    return tree(yaml).toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static JsonNode tree(byte[] yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE + ": " + e.getMessage(), e);
    }
  }

  private static byte[] read() {
    try (InputStream in = OpenApiRoutes.class.getResourceAsStream(FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }
}

package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.Health;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Serves {@code /health} (503 when a part is down) and {@code /metrics} on loopback. */
final class HealthServer implements AutoCloseable {

  private final HttpServer server;

  HealthServer(int port, Map<String, Supplier<Health>> parts, Supplier<String> metrics)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/health", exchange -> health(exchange, parts));
    server.createContext(
        "/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.get()));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void health(HttpExchange exchange, Map<String, Supplier<Health>> parts)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    boolean usable = true;
    for (Map.Entry<String, Supplier<Health>> part : parts.entrySet()) {
      Health health = part.getValue().get();
      usable &= health.usable();
      body.putObject(part.getKey())
          .put("state", health.state().name().toLowerCase(Locale.ROOT))
          .put("reason", health.reason());
    }
    answer(exchange, usable ? 200 : 503, "application/json", body.toString());
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}

package city.chengmai.datasets.health;

import city.chengmai.datasets.clickhouse.Health;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Serves {@code /health} (503 when a part is down), {@code /ready} (503 unless the service can do
 * its work now) and {@code /metrics}. One request at a time.
 */
public final class HealthServer implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String JSON = "application/json";

  private final HttpServer server;

  /**
   * Listens from now on.
   *
   * @param parts how each part is; must answer soon
   * @param readiness up when the service can do its work now, else why not
   * @param metrics figures in the text form of Prometheus
   * @throws IOException when the address is taken or is none of this machine
   */
  public HealthServer(
      InetSocketAddress address,
      Supplier<List<PartState>> parts,
      Supplier<Health> readiness,
      Supplier<String> metrics)
      throws IOException {
    server = HttpServer.create(address, 0);
    server.createContext("/health", exchange -> health(exchange, parts.get()));
    server.createContext("/ready", exchange -> ready(exchange, readiness.get()));
    server.createContext(
        "/metrics", exchange -> answer(exchange, OK, "text/plain; version=0.0.4", metrics.get()));
    server.start();
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void health(HttpExchange exchange, List<PartState> parts) throws IOException {
    boolean usable = parts.stream().allMatch(part -> part.health().usable());
    answer(exchange, usable ? OK : UNAVAILABLE, JSON, HealthDocument.of(parts).toString());
  }

  private static void ready(HttpExchange exchange, Health readiness) throws IOException {
    boolean ready = readiness.state() == Health.State.UP;
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("ready", ready);
    if (!ready) {
      body.put("reason", readiness.reason());
    }
    answer(exchange, ready ? OK : UNAVAILABLE, JSON, body.toString());
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

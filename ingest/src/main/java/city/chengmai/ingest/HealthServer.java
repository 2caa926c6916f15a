package city.chengmai.ingest;

import city.chengmai.ingest.board.PartState;
import city.chengmai.ingest.board.StateWatch;
import city.chengmai.ingest.board.Surroundings;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/** Serves {@code /health} (503 when a part is down) and {@code /metrics}. */
final class HealthServer implements AutoCloseable {

  private final HttpServer server;

  HealthServer(
      InetSocketAddress address,
      StateWatch watch,
      Surroundings surroundings,
      Supplier<String> metrics)
      throws IOException {
    server = HttpServer.create(address, 0);
    server.createContext("/health", exchange -> health(exchange, watch, surroundings));
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

  private static void health(HttpExchange exchange, StateWatch watch, Surroundings surroundings)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    boolean usable = true;
    for (PartState part : watch.states()) {
      usable &= part.health().usable();
      ObjectNode node = body.putObject(part.part());
      node.put("state", part.health().state().name().toLowerCase(Locale.ROOT))
          .put("reason", part.health().reason())
          .put("code", part.health().code())
          .put("since", part.since().toString());
      part.health().arguments().forEach(node.putArray("arguments")::add);
    }
    behind(body, "topology", surroundings.behindTopology());
    behind(body, "sink", surroundings.behindSink());
    answer(exchange, usable ? 200 : 503, "application/json", body.toString());
  }

  private static void behind(ObjectNode body, String part, long records) {
    if (body.get(part) instanceof ObjectNode node) {
      node.put("behind", records);
    }
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

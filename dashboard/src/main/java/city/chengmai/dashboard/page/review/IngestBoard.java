package city.chengmai.dashboard.page.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What ingest says of itself now, asked over HTTP: it still answers when ClickHouse, where
 * everything else on the pages comes from, does not. Thread-safe.
 */
final class IngestBoard {

  /**
   * A part of ingest, or what it stands on.
   *
   * @param behind records that wait for it, null when it has none
   */
  record Part(String name, String state, IngestReason reason, Instant since, Long behind) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  /** Asks at this address, ingest's {@code /health}. */
  IngestBoard(String address) {
    this.address = URI.create(address);
  }

  /** How each part is; empty when ingest does not answer. */
  List<Part> parts() {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      return parts(JSON.readTree(http.send(request, BodyHandlers.ofString()).body()));
    } catch (IOException silent) {
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<Part> parts(JsonNode board) {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : board.properties()) {
      JsonNode part = entry.getValue();
      JsonNode behind = part.get("behind");
      parts.add(
          new Part(
              entry.getKey(),
              part.path("state").asText(""),
              reason(part),
              Instant.parse(part.path("since").asText()),
              behind == null ? null : (Long) behind.asLong()));
    }
    return parts;
  }

  private static IngestReason reason(JsonNode part) {
    List<String> arguments = new ArrayList<>();
    part.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    return new IngestReason(
        part.path("code").asText(""), arguments, part.path("reason").asText(""));
  }
}

package city.chengmai.dashboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;

/** An analyst's hand at the desk; asks how a run is as its page does. */
final class DeskHand implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UNDER_WAY = Set.of("waiting", "running", "stopping");
  private static final long SOONEST = 50;
  private static final long LATEST = 500;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String dashboard;
  private volatile boolean closing;

  DeskHand(String dashboard) {
    this.dashboard = dashboard;
  }

  /** Starts a statement without the limit of its usual time; gives the id of its run. */
  String start(String statement) throws IOException, InterruptedException {
    String asked =
        JSON.createObjectNode()
            .put("statement", statement)
            .put("rows", 1_000)
            .put("seconds", 300)
            .toString();
    return run(HttpRequest.newBuilder().POST(BodyPublishers.ofString(asked)), "/desk/runs")
        .path("id")
        .asText();
  }

  void stop(String id) throws IOException, InterruptedException {
    run(HttpRequest.newBuilder().DELETE(), "/desk/runs/" + id);
  }

  /**
   * Waits for the result.
   *
   * @throws IllegalStateException when there is none
   */
  void finish(String id) throws IOException, InterruptedException {
    double pause = SOONEST;
    JsonNode run = look(id);
    while (UNDER_WAY.contains(run.path("state").asText())) {
      Thread.sleep((long) pause);
      pause = Math.min(LATEST, pause * 1.4);
      run = look(id);
    }
    if (!run.path("state").asText().equals("finished")) {
      throw new IllegalStateException("the desk said " + run);
    }
  }

  /** Goes on asking how these are, so that they go on. */
  void keep(List<String> ids) {
    Thread watcher =
        new Thread(
            () -> {
              try {
                while (!closing) {
                  for (String id : ids) {
                    look(id);
                  }
                  Thread.sleep(LATEST);
                }
              } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            },
            "desk-watcher");
    watcher.setDaemon(true);
    watcher.start();
  }

  /** The rows of a statement as CSV, as they come. The caller closes them. */
  InputStream export(String statement) throws IOException, InterruptedException {
    String asked =
        JSON.createObjectNode().put("statement", statement).put("form", "csv").toString();
    HttpResponse<InputStream> answer =
        http.send(
            request(HttpRequest.newBuilder().POST(BodyPublishers.ofString(asked)), "/desk/export"),
            BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the export was answered " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public void close() {
    closing = true;
  }

  private JsonNode look(String id) throws IOException, InterruptedException {
    return run(HttpRequest.newBuilder().GET(), "/desk/runs/" + id);
  }

  private JsonNode run(HttpRequest.Builder builder, String address)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request(builder, address), BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(address + " was answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest request(HttpRequest.Builder builder, String address) {
    return builder
        .uri(URI.create(dashboard + address))
        .header("Content-Type", "application/json")
        .build();
  }
}

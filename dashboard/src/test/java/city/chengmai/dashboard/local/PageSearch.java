package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens pages and what they link to, in one language, and keeps what they show. */
final class PageSearch {

  private static final ObjectMapper JSON = new ObjectMapper();
  // Each language is opened by itself, of the cases those that are asked for; a document shows what
  // its page shows.
  private static final Pattern LINK =
      Pattern.compile("(?:href|src)=\"(/(?!assets/|case/)(?![^\"]*(?:lang=|\\.pdf))[^\"#]*)");
  private static final Pattern PANEL = Pattern.compile("data-panel=\"([a-z0-9-]+)\"");

  /** Where a board has its panels; a preview has none. */
  private static final Pattern PANELS = Pattern.compile("data-panels=\"(/[^\"]+)\"");

  private static final int MOST_TRIES = 300;

  /** Filters and splits multiply: of what a page can be asked for, the first few. */
  private static final int MOST_QUERIES = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI dashboard;
  private final String language;
  private final Map<String, String> shown = new LinkedHashMap<>();
  private final Map<String, Integer> queries = new HashMap<>();

  PageSearch(LocalPorts ports, String language) {
    this.dashboard = URI.create("http://127.0.0.1:" + ports.dashboard());
    this.language = language;
  }

  /** What each address showed. */
  Map<String, String> shown() {
    return shown;
  }

  /** Opens these, and nothing that they link to. */
  void open(Collection<String> addresses) throws IOException, InterruptedException {
    for (String address : addresses) {
      shown.put(address, get(address));
    }
  }

  /** Opens these and what they link to. */
  void follow(Collection<String> addresses) throws IOException, InterruptedException {
    Deque<String> open = new ArrayDeque<>(addresses);
    while (!open.isEmpty()) {
      String address = open.pop();
      if (!shown.containsKey(address) && isFew(address)) {
        String body = get(address);
        shown.put(address, body);
        LINK.matcher(body).results().forEach(link -> open.add(link.group(1).replace("&amp;", "&")));
        Matcher board = PANELS.matcher(body);
        if (board.find()) {
          PANEL.matcher(body).results().forEach(found -> open.add(board.group(1) + found.group(1)));
        }
      }
    }
  }

  private boolean isFew(String address) {
    int query = address.indexOf('?');
    return query < 0 || queries.merge(address.substring(0, query), 1, Integer::sum) <= MOST_QUERIES;
  }

  /** Keeps what the wall is told as it goes on. */
  void listen() throws IOException, InterruptedException {
    HttpResponse<Stream<String>> stream =
        client.send(request("/events/wall").build(), BodyHandlers.ofLines());
    try (Stream<String> lines = stream.body()) {
      shown.put("/events/wall", lines.limit(3).collect(Collectors.joining("\n")));
    }
  }

  /** Runs a statement at the desk and keeps its rows, as the page and as a file. */
  void ask(String statement) throws IOException, InterruptedException {
    String body =
        JSON.createObjectNode().put("statement", statement).put("rows", 10_000).toString();
    JsonNode run = JSON.readTree(post("/desk/runs", body));
    while (List.of("waiting", "running").contains(run.path("state").asText())) {
      Thread.sleep(50);
      run = JSON.readTree(get("/desk/runs/" + run.path("id").asText()));
    }
    shown.put(statement, run + post("/desk/export", body));
  }

  private String get(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(address).GET());
    // Areas are known and panels drawn a moment after the wall opens.
    for (int tries = 0; answer.statusCode() == 404 && tries < MOST_TRIES; tries++) {
      Thread.sleep(100);
      answer = send(request(address).GET());
    }
    assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isLessThan(400);
    return answer.body();
  }

  private String post(String address, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isLessThan(400);
    return answer.body();
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(dashboard.resolve(address)).header("Cookie", "lang=" + language);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static List<String> languages() {
    return List.of("zh-CN", "en");
  }
}

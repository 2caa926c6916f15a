package city.chengmai.dashboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wall as its script behaves: opens the page, listens, fetches each panel whose picture changed,
 * and comes back when the link is lost. The count of today's cases in the panel of key figures
 * tells how long the last of them took from the gateway to here.
 */
final class WallScreen extends Visitor {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COUNT = Pattern.compile("class=\"value\">\\s*([0-9\\h]+)<");

  private final Timings timings;
  private final CaseClock clock;
  private final Map<String, String> shown = new HashMap<>();
  private long lastCount;

  WallScreen(int number, String dashboard, Timings timings, CaseClock clock) {
    super("wall-" + number, dashboard, number);
    this.timings = timings;
    this.clock = clock;
  }

  @Override
  int longestThought() {
    return 2_000;
  }

  @Override
  void act() throws IOException, InterruptedException {
    timed("wall_page", "/wall");
    HttpResponse<Stream<String>> stream =
        http().send(request("/events/wall?language=zh-CN").build(), BodyHandlers.ofLines());
    try (Stream<String> lines = stream.body()) {
      Iterator<String> heard = lines.iterator();
      while (!closing() && heard.hasNext()) {
        String line = heard.next();
        if (line.startsWith("data: ")) {
          hear(JSON.readTree(line.substring(6)));
        }
      }
    } catch (java.io.UncheckedIOException lost) {
      throw new IOException(lost);
    }
  }

  private void hear(JsonNode told) throws IOException, InterruptedException {
    if (told.has("panel")) {
      take(told.get("panel").asText(), told.path("hash").asText());
    } else {
      for (Map.Entry<String, JsonNode> panel : told.path("panels").properties()) {
        take(panel.getKey(), panel.getValue().path("hash").asText());
      }
    }
  }

  private void take(String panel, String hash) throws IOException, InterruptedException {
    if (hash.isEmpty() || hash.equals(shown.get(panel))) {
      return;
    }
    String body = timed("wall_panel", "/wall/panel/" + panel + "?language=zh-CN&hash=" + hash);
    shown.put(panel, hash);
    if (panel.equals("figures")) {
      count(body);
    }
  }

  private void count(String body) {
    Matcher first = COUNT.matcher(body);
    if (!first.find()) {
      return;
    }
    long count = Long.parseLong(first.group(1).replaceAll("\\h", ""));
    long age = clock.ageOf(count);
    if (count > lastCount && age >= 0) {
      timings.add("event_to_wall", age);
    }
    lastCount = count;
  }

  private String timed(String kind, String address) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = get(address);
    if (answer.statusCode() == 200) {
      timings.add(kind, System.nanoTime() - begun);
    } else {
      timings.fail(kind);
    }
    return answer.body();
  }
}

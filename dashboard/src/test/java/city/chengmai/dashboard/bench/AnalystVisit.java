package city.chengmai.dashboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** An analyst who asks a question of all rows, waits for the answer and draws it. */
final class AnalystVisit extends Visitor {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> STATEMENTS =
      List.of(
          "SELECT category, count() AS cases FROM cases GROUP BY category ORDER BY cases DESC LIMIT 20",
          "SELECT toStartOfHour(observed_at) AS hour, avg(value) AS level FROM observations GROUP BY"
              + " hour ORDER BY hour LIMIT 200",
          "SELECT grid, uniq(device_id) AS devices, count() AS readings FROM observations GROUP BY"
              + " grid ORDER BY readings DESC LIMIT 50",
          "SELECT type, count() AS events FROM events GROUP BY type ORDER BY events DESC");

  private final Timings timings;

  AnalystVisit(int number, String dashboard, Timings timings) {
    super("analyst-" + number, dashboard, 2_000 + number);
    this.timings = timings;
  }

  @Override
  int longestThought() {
    return 10_000;
  }

  @Override
  void act() throws IOException, InterruptedException {
    String statement = STATEMENTS.get(random().nextInt(STATEMENTS.size()));
    long begun = System.nanoTime();
    HttpResponse<String> answer =
        post(
            "/desk/runs",
            JSON.createObjectNode().put("statement", statement).put("rows", 1_000).toString());
    if (answer.statusCode() >= 400) {
      timings.fail("desk_query");
      return;
    }
    JsonNode run = JSON.readTree(answer.body());
    String id = run.path("id").asText();
    while (List.of("waiting", "running").contains(run.path("state").asText()) && !closing()) {
      Thread.sleep(50);
      run = JSON.readTree(get("/desk/runs/" + id).body());
    }
    if (!run.path("state").asText().equals("finished")) {
      timings.fail("desk_query");
      return;
    }
    timings.add("desk_query", System.nanoTime() - begun);
    chart(id, "svg");
    chart(id, "png");
  }

  private void chart(String id, String format) throws IOException, InterruptedException {
    String kind = "chart_" + format;
    long begun = System.nanoTime();
    if (get("/desk/runs/" + id + "/chart?format=" + format).statusCode() == 200) {
      timings.add(kind, System.nanoTime() - begun);
    } else {
      timings.fail(kind);
    }
  }
}

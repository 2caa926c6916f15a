package city.chengmai.dashboard.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * A leader who goes from the overview to grids, alerts and indicators, with charts in each page.
 */
final class LeaderVisit extends Visitor {

  private final Timings timings;
  private final List<String> addresses;

  LeaderVisit(int number, String dashboard, Timings timings, List<String> grids) {
    super("leader-" + number, dashboard, 1_000 + number);
    this.timings = timings;
    this.addresses =
        Stream.concat(
                Stream.of("/grids", "/alerts", "/measures", "/indicators"),
                grids.stream().limit(12).map(grid -> "/grid/" + grid))
            .toList();
  }

  @Override
  int longestThought() {
    return 6_000;
  }

  @Override
  void act() throws IOException, InterruptedException {
    String address = addresses.get(random().nextInt(addresses.size()));
    long begun = System.nanoTime();
    HttpResponse<String> answer;
    try {
      answer = get(address);
    } catch (IOException away) {
      timings.fail("page");
      throw away;
    }
    if (answer.statusCode() == 200) {
      timings.add("page", System.nanoTime() - begun);
    } else {
      timings.fail("page");
    }
  }
}

package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whether a grid can be graded: management and operation, two dimensions of three, need ten cases
 * closed in the trailing 30 days.
 */
class DemoSampleTest {

  private static final int DAYS = 420;
  private static final int WINDOW = 30;
  private static final int SMALLEST_SAMPLE = 10;

  @Test
  void everyGridClosesEnoughCasesInEveryMonthOfTheHistoryAndOfTheLiveYearAfterIt() {
    Map<String, int[]> closed = new HashMap<>();
    Cities.forEachEvent(Cities.CITY, DAYS, event -> count(event, closed));
    assertThat(closed).hasSize(47);
    assertThat(closed)
        .allSatisfy(
            (grid, days) ->
                assertThat(fewest(days))
                    .as("fewest cases closed by %s in 30 days", grid)
                    .isGreaterThanOrEqualTo(SMALLEST_SAMPLE));
  }

  private static void count(Event event, Map<String, int[]> closed) {
    if (event.type() == EventType.CASE_CLOSED) {
      int day = Math.toIntExact(History.day(event).toEpochDay() - Cities.FIRST_DAY.toEpochDay());
      closed.computeIfAbsent(event.subject().substring(10, 13), grid -> new int[DAYS])[day]++;
    }
  }

  /** From the second month on: in the first one cases have not had the time to be closed. */
  private static int fewest(int[] days) {
    int fewest = Integer.MAX_VALUE;
    for (int end = 2 * WINDOW; end <= DAYS; end++) {
      fewest = Math.min(fewest, Arrays.stream(days, end - WINDOW, end).sum());
    }
    return fewest;
  }
}

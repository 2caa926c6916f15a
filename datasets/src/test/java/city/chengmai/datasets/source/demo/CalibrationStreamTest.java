package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What patrols see drifts, what stewards see does not. */
class CalibrationStreamTest {

  private static final int HALF = 150;

  @Test
  void whatPatrolsSeeMovesAwayFromTheRecord() {
    Map<String, List<Double>> early = deviations(20, HALF);
    Map<String, List<Double>> late = deviations(HALF, 2 * HALF - 20);
    double days = HALF - 20;
    assertThat(mean(late, "street-front") - mean(early, "street-front"))
        .isBetween(
            0.7 * CalibrationStream.DRIFT_A_DAY * days, 1.3 * CalibrationStream.DRIFT_A_DAY * days);
    assertThat(mean(late, "enterprise-service") - mean(early, "enterprise-service"))
        .isBetween(-0.07, 0.07);
  }

  @Test
  void inTheFirstTwoWeeksThereIsOneApp() {
    assertThat(deviations(0, 14).keySet()).containsExactly("street-front");
  }

  private static double mean(Map<String, List<Double>> deviations, String app) {
    return deviations.get(app).stream().mapToDouble(one -> one).average().orElseThrow();
  }

  private static Map<String, List<Double>> deviations(int from, int until) {
    Xingqiao xingqiao = new Xingqiao(Cities.OPTIONS);
    CalibrationStream stream =
        new CalibrationStream(xingqiao, new RecordStream(xingqiao).buildings());
    Map<String, List<Double>> deviations = new HashMap<>();
    for (int day = from; day < until; day++) {
      LocalDate date = Cities.FIRST_DAY.plusDays(day);
      for (PlannedEvent event : stream.on(date)) {
        if (event.type() == EventType.DISCREPANCY_FOUND) {
          JsonNode data = event.data().get();
          double recorded = data.path("recordedValue").asDouble();
          deviations
              .computeIfAbsent(data.path("app").asText(), any -> new ArrayList<>())
              .add(data.path("observedValue").asDouble() / recorded - 1);
        }
      }
    }
    return deviations;
  }
}

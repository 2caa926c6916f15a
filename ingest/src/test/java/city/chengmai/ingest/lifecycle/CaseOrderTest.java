package city.chengmai.ingest.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseOrderTest {

  private static final List<CaseStep> LIFE =
      steps(
          EventType.CASE_REPORTED,
          EventType.CASE_FILED,
          EventType.CASE_DISPATCHED,
          EventType.CASE_RETURNED,
          EventType.CASE_DISPATCHED,
          EventType.CASE_SUSPENDED,
          EventType.CASE_RESUMED,
          EventType.CASE_DISPOSED,
          EventType.CASE_CHECKED,
          EventType.CASE_CLOSED,
          EventType.CASE_REOPENED,
          EventType.CASE_CLOSED);

  @Test
  void everyOrderOfArrivalEndsInTheWholeLife() {
    Random random = new Random(20260501);
    for (int round = 0; round < 500; round++) {
      assertThat(arriveInAnyOrder(random)).isEqualTo(LIFE);
    }
  }

  @Test
  void aStepThatNeverFitsDoesNotKeepTheOthersOut() {
    CaseStep junk = step(EventType.CASE_REPORTED, 3);
    List<CaseStep> waiting = Stream.of(LIFE.get(1), junk, LIFE.get(2)).toList();
    assertThat(CaseOrder.fit(LIFE.subList(0, 1), waiting)).contains(LIFE.subList(0, 3));
  }

  @Test
  void whatWasTakenStaysTaken() {
    List<CaseStep> taken = List.of(LIFE.get(0), LIFE.get(1), LIFE.get(9));
    assertThat(CaseOrder.fit(taken, List.of(LIFE.get(5)))).contains(taken);
    assertThat(CaseOrder.fit(taken, List.of(LIFE.get(5), LIFE.get(6))))
        .hasValueSatisfying(all -> assertThat(all).hasSize(5));
  }

  private static List<CaseStep> arriveInAnyOrder(Random random) {
    List<CaseStep> rest = new ArrayList<>(LIFE.subList(1, LIFE.size()));
    List<CaseStep> taken = List.of(LIFE.get(0));
    List<CaseStep> waiting = new ArrayList<>();
    while (!rest.isEmpty()) {
      waiting.add(rest.remove(random.nextInt(rest.size())));
      taken = CaseOrder.fit(taken, waiting).orElseThrow();
      waiting.removeAll(taken);
    }
    return taken;
  }

  private static List<CaseStep> steps(EventType... types) {
    return IntStream.range(0, types.length).mapToObj(i -> step(types[i], i)).toList();
  }

  private static CaseStep step(EventType type, int minutes) {
    return new CaseStep(
        type, TestEvents.NOON.plusSeconds(60L * minutes), null, "", "", false, minutes + 1L);
  }
}

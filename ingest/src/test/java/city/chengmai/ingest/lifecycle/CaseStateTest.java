package city.chengmai.ingest.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.calendar.WorkingClock;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.TestEvents;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseStateTest {

  private static final DueTimes DUE_TIMES =
      new DueTimes(new WorkingClock(new NoHolidays(), ZoneId.of("Asia/Shanghai")));

  @Test
  void aReopenedCaseCountsAsHandledNoMore() throws Exception {
    CaseState state =
        fold(
            EventType.CASE_REPORTED,
            EventType.CASE_FILED,
            EventType.CASE_DISPATCHED,
            EventType.CASE_DISPOSED,
            EventType.CASE_CHECKED,
            EventType.CASE_CLOSED,
            EventType.CASE_REOPENED);
    assertThat(state.count(EventType.CASE_REOPENED)).isOne();
    assertThat(state.latest(EventType.CASE_DISPOSED)).isNull();
    assertThat(state.latest(EventType.CASE_CHECKED)).isNull();
    assertThat(state.latest(EventType.CASE_CLOSED)).isNull();
    assertThat(state.latest(EventType.CASE_DISPATCHED)).isNotNull();
    assertThat(state.count(EventType.CASE_DISPOSED)).isOne();
  }

  @Test
  void aFailedCheckUndoesTheDisposal() throws Exception {
    List<CaseStep> steps =
        List.of(
            step(EventType.CASE_REPORTED, 0, false),
            step(EventType.CASE_FILED, 1, false),
            step(EventType.CASE_DISPATCHED, 2, false),
            step(EventType.CASE_DISPOSED, 3, false),
            step(EventType.CASE_CHECKED, 4, true));
    CaseState state = CaseState.of(steps, DUE_TIMES);
    assertThat(state.latest(EventType.CASE_DISPOSED)).isNull();
    assertThat(state.latest(EventType.CASE_CHECKED)).isNotNull();
    assertThat(state.count(EventType.CASE_DISPOSED)).isOne();
  }

  private static CaseState fold(EventType... types) throws Exception {
    List<CaseStep> steps =
        IntStream.range(0, types.length).mapToObj(i -> step(types[i], i, false)).toList();
    return CaseState.of(steps, DUE_TIMES);
  }

  private static CaseStep step(EventType type, int minutes, boolean failed) {
    return new CaseStep(
        type, TestEvents.NOON.plusSeconds(60L * minutes), null, "", "u", failed, minutes);
  }
}

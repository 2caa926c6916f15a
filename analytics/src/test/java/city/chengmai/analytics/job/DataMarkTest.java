package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataMarkTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 2, 2);

  @Test
  void equalContentsTouchNothingWhateverWasWrittenTwice() {
    DataMark earlier = mark(SourceTable.HOTLINE_ORDERS, "p", Map.of(FIRST, "1"));
    DataMark later = mark(SourceTable.HOTLINE_ORDERS, "q", Map.of(FIRST, "1"));
    assertThat(earlier.firstTouchedDay(later)).isEmpty();
    assertThat(earlier.sameData(later)).isTrue();
  }

  @Test
  void theEarliestDayOfAnotherContentIsTouched() {
    DataMark earlier = mark(SourceTable.HOTLINE_ORDERS, "p", Map.of(FIRST, "1", SECOND, "2"));
    DataMark later = mark(SourceTable.HOTLINE_ORDERS, "q", Map.of(FIRST, "1", SECOND, "3"));
    assertThat(earlier.firstTouchedDay(later)).hasValue(SECOND.minusDays(1));
    assertThat(earlier.sameData(later)).isFalse();
  }

  @Test
  void daysThatCameOrWentAreTouched() {
    DataMark less = mark(SourceTable.PATROL_ROUNDS, "p", Map.of(SECOND, "2"));
    DataMark more = mark(SourceTable.PATROL_ROUNDS, "q", Map.of(FIRST, "1", SECOND, "2"));
    assertThat(less.firstTouchedDay(more)).hasValue(FIRST.minusDays(1));
    assertThat(more.firstTouchedDay(less)).hasValue(FIRST.minusDays(1));
  }

  @Test
  void aTableThatOnlyOneMarkKnowsIsTouched() {
    DataMark known = mark(SourceTable.CASES, "p", Map.of(FIRST, "1"));
    assertThat(DataMark.NONE.firstTouchedDay(known)).hasValue(SourceTable.touched(FIRST));
    assertThat(known.sameAreas(DataMark.NONE)).isTrue();
  }

  @Test
  void aServerThatCannotTellIsAlwaysAskedForContents() {
    assertThat(new TableMark("", Instant.EPOCH, Map.of()).has("")).isFalse();
    assertThat(new TableMark("p", Instant.EPOCH, Map.of()).has("p")).isTrue();
  }

  private static DataMark mark(SourceTable table, String pulse, Map<LocalDate, String> contents) {
    return new DataMark(Map.of(table, new TableMark(pulse, Instant.EPOCH, contents)));
  }
}

package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataMarkTest {

  private static final Instant LATEST = Instant.parse("2026-03-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 2, 2);

  @Test
  void equalMarksTouchNothing() {
    DataMark mark = new DataMark(LATEST, Map.of(FIRST, "1"));
    assertThat(mark.firstTouchedDay(new DataMark(LATEST, Map.of(FIRST, "1")))).isEmpty();
  }

  @Test
  void theEarliestDayOfAnotherContentIsTouchedWhateverTheIngestTime() {
    DataMark mark = new DataMark(LATEST, Map.of(FIRST, "1", SECOND, "2"));
    DataMark later = new DataMark(LATEST, Map.of(FIRST, "1", SECOND, "3"));
    assertThat(mark.firstTouchedDay(later)).hasValue(SECOND.minusDays(1));
  }

  @Test
  void daysThatCameOrWentAreTouched() {
    DataMark mark = new DataMark(LATEST, Map.of(SECOND, "2"));
    DataMark later = new DataMark(LATEST, Map.of(FIRST, "1", SECOND, "2"));
    assertThat(mark.firstTouchedDay(later)).hasValue(FIRST.minusDays(1));
    assertThat(later.firstTouchedDay(mark)).hasValue(FIRST.minusDays(1));
  }
}

package city.chengmai.dashboard.page.empowerment;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.query.EmpowermentQueries.EffortRow;
import city.chengmai.dashboard.query.EmpowermentQueries.TimeRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hours by hand, less hours of checks. */
class TimeSavedTest {

  private static final Figures FIGURES = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));

  private static TimeSaved saved(TimeRow checks, long byHand) {
    return TimeSaved.of(
        Optional.of(checks),
        Optional.of(new EffortRow("m", "e", byHand, "g", "a", Instant.EPOCH)),
        FIGURES);
  }

  /** Eight true of ten, ninety minutes each by hand; checks of twenty minutes on the mean. */
  @Test
  void whatIsTrueTakesTimeByHandAndEveryCheckTakesTime() {
    TimeSaved saved = saved(new TimeRow("m", 10, 8, 6, 120), 90);
    assertThat(saved.text()).isEqualTo("+8.7 h");
    assertThat(saved.of()).isEqualTo("8 × 90 min − 10 × 20.0 min (mean of 6 timed)");
    assertThat(saved.told()).isTrue();
  }

  @Test
  void aModelMayCostTime() {
    assertThat(saved(new TimeRow("m", 10, 1, 10, 300), 30).text()).isEqualTo("−4.5 h");
  }

  @Test
  void withoutWhatADepartmentToldOrTimedChecksThereIsNoFigure() {
    TimeRow checks = new TimeRow("m", 10, 8, 4, 80);
    assertThat(TimeSaved.of(Optional.of(checks), Optional.empty(), FIGURES).text())
        .isEqualTo("no data");
    assertThat(saved(checks, 90).text()).isEqualTo("too few cases");
    assertThat(saved(checks, 90).of()).isEqualTo("4 timed checks; at least 5 are needed");
    assertThat(saved(new TimeRow("m", 9, 9, 0, 0), 90).text()).isEqualTo("no data");
  }
}

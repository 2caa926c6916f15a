package city.chengmai.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.schema.RollOffTable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepDaysTest {

  @Test
  void nothingRollsOffUnlessSomebodySaysSo() {
    assertThat(KeepDays.parse("").days()).isEmpty();
    assertThat(KeepDays.parse("observations=400, dead_letters=90").days())
        .isEqualTo(Map.of(RollOffTable.OBSERVATIONS, 400, RollOffTable.DEAD_LETTERS, 90));
  }

  @Test
  void whatPublishedValuesRestOnIsRefused() {
    assertThatThrownBy(() -> KeepDays.parse("cases=400"))
        .hasMessage("cases is kept for ever: published values rest on it");
    assertThatThrownBy(() -> KeepDays.parse("observations=30"))
        .hasMessage("observations has to be kept for 400 days at least");
    assertThatThrownBy(() -> KeepDays.parse("dead_letters"))
        .hasMessage("dead_letters has to be kept for 30 days at least");
  }
}

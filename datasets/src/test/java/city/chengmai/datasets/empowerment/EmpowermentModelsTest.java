package city.chengmai.datasets.empowerment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.empowerment.EmpowermentModel.Schedule;
import city.chengmai.datasets.rule.AlertRule.Bound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmpowermentModelsTest {

  private static final LocalName NAME = new LocalName("名", "name");

  @Test
  void theLibraryIsWholeAndEachNumberHasBounds() {
    assertThat(EmpowermentModels.bundled().models()).hasSize(11);
    assertThat(EmpowermentModels.bundled().models())
        .allMatch(model -> model.numbers().keySet().equals(model.bounds().keySet()))
        .allMatch(model -> !model.inputs().isEmpty());
  }

  @Test
  void aNumberOutsideItsBoundsIsRefused() {
    assertThatThrownBy(() -> model(Map.of("days", 9.0), Map.of("days", new Bound(1, 5))))
        .hasMessageContaining("model m has bounds")
        .hasMessageContaining("9.0");
    assertThatThrownBy(() -> model(Map.of("days", 3.0), Map.of())).hasMessageContaining("bounds");
  }

  @Test
  void weeklyMeansMondays() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    assertThat(monday.datesUntil(monday.plusDays(7)).filter(Schedule.WEEKLY::isDue))
        .containsExactly(monday);
    assertThat(monday.datesUntil(monday.plusDays(7)).filter(Schedule.DAILY::isDue)).hasSize(7);
  }

  @Test
  void noTwoModelsHaveOneId() {
    EmpowermentModel one = model(Map.of(), Map.of());
    assertThatThrownBy(() -> new EmpowermentModels(List.of(one, one)))
        .hasMessageContaining("m stands twice");
  }

  private static EmpowermentModel model(Map<String, Double> numbers, Map<String, Bound> bounds) {
    return new EmpowermentModel(
        "m", NAME, NAME, NAME, "d", List.of("cases"), 1, Schedule.DAILY, 3, numbers, bounds, null);
  }
}

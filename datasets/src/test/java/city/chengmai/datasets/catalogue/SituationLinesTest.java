package city.chengmai.datasets.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.demo.DemoCity;
import city.chengmai.datasets.source.demo.DemoOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SituationLinesTest {

  @Test
  void aGridSeesPopulationOrderDangersAndTheCoast() {
    SituationLines bundled = SituationLines.bundled();
    assertThat(bundled.lines())
        .extracting(SituationLine::id)
        .containsExactly("population-flow", "public-order", "hidden-dangers", "coast");
    assertThat(bundled.all(SituationLine::metrics)).containsExactly("people", "water-level");
  }

  @Test
  void theDemoCityHasTheClassesOfCases() {
    City demo =
        DemoCity.create(
            DemoOptions.endingOn(LocalDate.of(2026, 3, 1), HolidayCalendars.named("china")));
    List<String> classes =
        demo.categories().stream()
            .filter(category -> category.parentId().isEmpty())
            .map(Category::id)
            .toList();
    assertThat(classes).containsAll(SituationLines.bundled().all(SituationLine::categories));
  }

  @Test
  void whatTellsOfNothingOrStandsTwiceIsRefused() {
    assertThatThrownBy(() -> read("lines: [{ id: a, name: { zh: 甲, en: A } }]"))
        .hasMessageContaining("line a names no metrics");
    String line = "{ id: a, name: { zh: 甲, en: A }, metrics: [m] }";
    assertThatThrownBy(() -> read("lines: [" + line + ", " + line + "]"))
        .hasMessageContaining("line a stands twice");
    assertThatThrownBy(() -> read("lines: [" + line.replace("[m]", "[m], feeds: [x]") + "]"))
        .hasMessageContaining("feeds");
  }

  private static SituationLines read(String yaml) throws IOException {
    return SituationLines.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
  }
}

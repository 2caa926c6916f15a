package city.chengmai.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseThemeTest {
  private static final double APART = 10;

  @ParameterizedTest
  @EnumSource(HouseTheme.class)
  void setsAreToldApartWithEveryKindOfSight(HouseTheme theme) {
    for (List<Color> set : List.of(theme.series(), statuses(theme), grades(theme))) {
      for (ColourVision sight : ColourVision.values()) {
        for (int i = 0; i < set.size(); i++) {
          for (int j = 0; j < i; j++) {
            assertThat(sight.distance(set.get(i), set.get(j)))
                .as("%s: %s and %s", sight, HouseTheme.hex(set.get(i)), HouseTheme.hex(set.get(j)))
                .isGreaterThanOrEqualTo(APART);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(HouseTheme.class)
  void marksStandOutFromThePanel(HouseTheme theme) {
    for (List<Color> set : List.of(theme.series(), statuses(theme), grades(theme))) {
      assertThat(set)
          .allSatisfy(
              color ->
                  assertThat(Contrast.of(color, theme.panel()))
                      .as(HouseTheme.hex(color))
                      .isGreaterThanOrEqualTo(3));
    }
  }

  @ParameterizedTest
  @EnumSource(HouseTheme.class)
  void wordsCanBeReadOnPanelAndPage(HouseTheme theme) {
    for (Color behind : List.of(theme.panel(), theme.page())) {
      assertThat(Contrast.of(theme.text(), behind)).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.of(theme.muted(), behind)).isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @EnumSource(HouseTheme.class)
  void signsCanBeReadOnTheirAreas(HouseTheme theme) {
    assertThat(Shade.values())
        .allSatisfy(
            shade ->
                assertThat(Contrast.of(theme.ink(theme.of(shade)), theme.of(shade)))
                    .isGreaterThanOrEqualTo(4.5));
  }

  private static List<Color> statuses(HouseTheme theme) {
    return Stream.of(Status.values()).map(theme::of).toList();
  }

  private static List<Color> grades(HouseTheme theme) {
    return Stream.of(Shade.values())
        .filter(shade -> shade.name().startsWith("GRADE"))
        .map(theme::of)
        .toList();
  }
}

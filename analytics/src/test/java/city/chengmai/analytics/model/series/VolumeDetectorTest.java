package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.rule.AlertRules;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of rule A02 by hour, day and week. */
class VolumeDetectorTest {

  private static final String ROOT = "city";
  private static final int GRIDS = 6;

  private static int length(Cadence cadence) {
    return switch (cadence) {
      case HOUR -> 1_100;
      case DAY -> 230;
      case WEEK -> 120;
    };
  }

  /** Floods at the beginning, in the middle and near the end: too young for a model, and not. */
  private static List<Integer> floods(Cadence cadence) {
    int length = length(cadence);
    return cadence == Cadence.HOUR
        ? List.of(length - 200, length - 30)
        : List.of(20, length / 2, length - 10);
  }

  private static CategoryVolume volume(Cadence cadence, int length) {
    Map<String, CountSeries> grids = new TreeMap<>();
    double[] city = new double[length];
    for (int grid = 0; grid < GRIDS; grid++) {
      double mean = cadence == Cadence.HOUR ? 0.5 : 0.1 + 0.3 * grid;
      CountSeries whole = Simulated.series(cadence, length(cadence), 17L + grid, position -> mean);
      double[] counts = Arrays.copyOf(whole.counts(), length);
      for (int flood : floods(cadence)) {
        if (flood < length) {
          counts[flood] += 25;
        }
      }
      Arrays.setAll(city, i -> city[i] + counts[i]);
      grids.put("g" + grid, CountSeries.of(Simulated.MONDAY, cadence, counts));
    }
    return new CategoryVolume("c", CountSeries.of(Simulated.MONDAY, cadence, city), grids);
  }

  private static VolumeRule rule(Cadence cadence) {
    return VolumeRule.of(AlertRules.bundled().rule("A02"), cadence);
  }

  private static VolumeResult test(CategoryVolume volume, Cadence cadence, int from, int to) {
    GridTotals totals = new GridTotals(volume.grids(), volume.city().length());
    return new VolumeDetector(
            new NoHolidays(), totals, ROOT, VolumeSettings.of(cadence, rule(cadence)))
        .test(volume, from, to);
  }

  private static List<VolumeTest> alerts(CategoryVolume volume, Cadence cadence) {
    VolumeResult result = test(volume, cadence, 0, volume.city().length());
    Map<LocalDateTime, Long> tests = new HashMap<>();
    for (int i = 0; i < result.tests().length; i++) {
      tests.put(volume.city().at(i), result.tests()[i]);
    }
    return rule(cadence).alerts(result.kept(), tests);
  }

  @ParameterizedTest
  @EnumSource(Cadence.class)
  void floodsAreFoundInTheCityAndItsGridsAndNothingElse(Cadence cadence) {
    CategoryVolume volume = volume(cadence, length(cadence));
    List<VolumeTest> alerts = alerts(volume, cadence);
    for (int flood : floods(cadence)) {
      assertThat(alerts)
          .filteredOn(alert -> alert.at().equals(volume.city().at(flood)))
          .extracting(VolumeTest::area)
          .contains(ROOT)
          .doesNotHaveDuplicates()
          // A sparse grid that was flooded before is slow to call the next one strange.
          .hasSizeGreaterThanOrEqualTo(flood == floods(cadence).get(0) ? GRIDS : GRIDS / 2);
    }
    assertThat(alerts).hasSizeLessThanOrEqualTo((GRIDS + 1) * floods(cadence).size() + 1);
    assertThat(alerts.stream().anyMatch(VolumeTest::young))
        .isEqualTo(cadence == Cadence.DAY || cadence == Cadence.WEEK);
  }

  @ParameterizedTest
  @EnumSource(Cadence.class)
  void laterPeriodsChangeNoTest(Cadence cadence) {
    int cut = length(cadence) * 5 / 6;
    VolumeResult early = test(volume(cadence, cut), cadence, 0, cut);
    VolumeResult whole = test(volume(cadence, length(cadence)), cadence, 0, length(cadence));
    assertThat(Arrays.copyOf(whole.tests(), cut)).isEqualTo(early.tests());
    LocalDateTime end = volume(cadence, cut).city().at(cut);
    assertThat(whole.kept().stream().filter(test -> test.at().isBefore(end)))
        .containsExactlyElementsOf(early.kept());
  }

  @ParameterizedTest
  @EnumSource(Cadence.class)
  void runsOfAFewPeriodsTestAsOneRun(Cadence cadence) {
    CategoryVolume volume = volume(cadence, length(cadence));
    VolumeResult whole = test(volume, cadence, 0, length(cadence));
    List<VolumeTest> parts = new ArrayList<>();
    for (int from = 0; from < length(cadence); from += 37) {
      parts.addAll(test(volume, cadence, from, Math.min(length(cadence), from + 37)).kept());
    }
    assertThat(parts).isEqualTo(whole.kept());
  }

  /** A following run has what the one before learnt, as far as nothing it rests on was touched. */
  @ParameterizedTest
  @EnumSource(Cadence.class)
  void runsThatKeepWhatTheyLearntTestAsOneRun(Cadence cadence) {
    int length = length(cadence);
    CategoryVolume volume = volume(cadence, length);
    int step = cadence.refit() / 2 + 1;
    List<VolumeTest> parts = new ArrayList<>();
    List<BlockForecasts> known = List.of();
    int taken = 0;
    for (int end = step; end < length + step; end += step) {
      int now = Math.min(end, length);
      // Days before the new ones are looked at again, and what comes later is not there yet.
      int from = Math.max(0, end - step - 3);
      CategoryVolume told = volume(cadence, now);
      int untouched = Math.max(0, end - step - 3);
      List<BlockForecasts> holding =
          known.stream().filter(block -> block.learntTo() <= untouched).toList();
      taken += holding.size();
      VolumeResult result =
          new VolumeDetector(
                  new NoHolidays(),
                  new GridTotals(told.grids(), now),
                  ROOT,
                  VolumeSettings.of(cadence, rule(cadence)))
              .test(told, from, now, holding);
      known = result.learnt();
      LocalDateTime begin = volume.city().at(Math.max(0, end - step));
      result.kept().stream().filter(test -> !test.at().isBefore(begin)).forEach(parts::add);
    }
    assertThat(taken).isPositive();
    assertThat(parts).isEqualTo(test(volume, cadence, 0, length).kept());
  }

  /** Some five cases more on each of two days are not enough for either. */
  @Test
  void twoDaysTogetherAreToldWithBothTheirCases() {
    double[] counts = Simulated.series(Cadence.DAY, 200, 5, position -> 0.4).counts();
    counts[150] = 5;
    counts[151] = 5;
    CountSeries city = CountSeries.of(Simulated.MONDAY, Cadence.DAY, counts);
    List<VolumeTest> alerts = alerts(new CategoryVolume("c", city, Map.of()), Cadence.DAY);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).periods()).isEqualTo(2);
    assertThat(alerts.get(0).observed()).isEqualTo(10);
    assertThat(alerts.get(0).start()).isEqualTo(city.at(150));
    assertThat(alerts.get(0).end()).isEqualTo(city.at(152));
  }

  /** Numbers that make a single day enough elsewhere must not hide that two days are, here. */
  @Test
  void looserNumbersOfAnotherAreaHideNothing() {
    double[] counts = Simulated.series(Cadence.DAY, 200, 5, position -> 0.4).counts();
    counts[150] = 5;
    counts[151] = 5;
    CountSeries city = CountSeries.of(Simulated.MONDAY, Cadence.DAY, counts);
    CategoryVolume volume = new CategoryVolume("c", city, Map.of());
    VolumeRule here = rule(Cadence.DAY);
    VolumeRule elsewhere =
        new VolumeRule(here.alpha(), here.falseDiscoveryRate(), here.relativeFloor(), 1);
    GridTotals totals = new GridTotals(Map.of(), city.length());
    VolumeSettings settings =
        VolumeSettings.of(
            Cadence.DAY, elsewhere, (area, day) -> area.equals(ROOT) ? here : elsewhere);
    VolumeResult result =
        new VolumeDetector(new NoHolidays(), totals, ROOT, settings).test(volume, 0, 200);
    assertThat(result.kept())
        .filteredOn(test -> test.at().equals(city.at(151)))
        .singleElement()
        .satisfies(test -> assertThat(test.periods()).isEqualTo(2));
  }

  /** What is over is no news, however much it was. */
  @Test
  void dayAfterAFloodIsQuiet() {
    double[] counts = Simulated.series(Cadence.DAY, 200, 5, position -> 0.4).counts();
    counts[150] = 30;
    counts[151] = 1;
    CountSeries city = CountSeries.of(Simulated.MONDAY, Cadence.DAY, counts);
    assertThat(alerts(new CategoryVolume("c", city, Map.of()), Cadence.DAY))
        .extracting(VolumeTest::at)
        .containsExactly(city.at(150));
  }
}

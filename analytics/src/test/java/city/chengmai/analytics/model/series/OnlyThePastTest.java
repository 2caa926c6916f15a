package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.calendar.NoHolidays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was judged once stays as it was, whatever is appended and wherever a rerun begins. */
class OnlyThePastTest {

  private static final Map<String, Supplier<SeriesDetector>> METHODS =
      new TreeMap<>(
          Map.of(
              "seasonal",
              () -> new SeasonalDetector(new NoHolidays(), SeasonalSettings.standard(0.01)),
              "seasonal with holidays",
              () ->
                  new SeasonalDetector(
                      new Simulated.Quarterly(), SeasonalSettings.standard(0.01).unpooled()),
              "ears",
              () -> new EarsDetector(new EarsSettings(EarsSettings.Variant.C3, 7, 1, 2)),
              "cold start",
              () ->
                  new ColdStart(
                      new SeasonalDetector(new NoHolidays(), SeasonalSettings.standard(0.01)),
                      new EarsDetector(new EarsSettings(EarsSettings.Variant.C2, 7, 1, 3))),
              "farrington",
              () -> new FarringtonDetector(FarringtonSettings.standard(0.01).withYears(2))));

  static Stream<Arguments> methodsAndSeeds() {
    return METHODS.keySet().stream()
        .flatMap(
            name ->
                Stream.of(1L, 2L, 3L)
                    .flatMap(
                        seed ->
                            Stream.of(Cadence.DAY, Cadence.WEEK)
                                .filter(
                                    cadence ->
                                        cadence == Cadence.WEEK || !name.equals("farrington"))
                                .map(cadence -> Arguments.of(name, cadence, seed))));
  }

  @ParameterizedTest
  @MethodSource("methodsAndSeeds")
  void appendingLaterPeriodsChangesNoEarlierJudgement(String name, Cadence cadence, long seed) {
    CountSeries whole = series(cadence, seed);
    int cut = 170 + (int) seed * 3;

    List<Judgement> before = METHODS.get(name).get().judge(Simulated.first(whole, cut), 0, cut);

    assertThat(before).isNotEmpty();
    assertThat(METHODS.get(name).get().judge(whole, 0, whole.length()))
        .startsWith(before.toArray(Judgement[]::new));
  }

  @ParameterizedTest
  @MethodSource("methodsAndSeeds")
  void rerunFromAnyPeriodJudgesAsOneFromTheBeginning(String name, Cadence cadence, long seed) {
    CountSeries series = series(cadence, seed);
    SeriesDetector detector = METHODS.get(name).get();
    List<Judgement> whole = detector.judge(series, 0, series.length());

    for (int from = 30; from < series.length(); from += 41) {
      int start = from;
      assertThat(METHODS.get(name).get().judge(series, from, series.length()))
          .isEqualTo(whole.stream().filter(one -> one.position() >= start).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("methodsAndSeeds")
  void orderInWhichSeriesAreJudgedChangesNothing(String name, Cadence cadence, long seed) {
    CountSeries first = series(cadence, seed);
    CountSeries second = series(cadence, seed + 10);
    SeriesDetector one = METHODS.get(name).get();
    SeriesDetector other = METHODS.get(name).get();

    List<Judgement> forwards = one.judge(first, 0, first.length());
    one.judge(second, 0, second.length());
    other.judge(second, 0, second.length());

    assertThat(other.judge(first, 0, first.length())).isEqualTo(forwards);
  }

  private static CountSeries series(Cadence cadence, long seed) {
    return Simulated.series(
        cadence, 230, seed, i -> i == 150 ? 40 : 4 + 2 * Math.cos(2 * Math.PI * i / 52));
  }
}

package city.chengmai.analytics.model.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.foresight.PlaceForecast.Candidate;
import city.chengmai.datasets.foresight.ForesightMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceForecastTest {

  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final double METRES = 50;

  /** About 20 metres. */
  private static final double STEP = 0.00018;

  private final List<Told> told = new ArrayList<>();

  @Test
  void aPlaceThatComplainsAgainAndAgainIsListedAndAQuietOneIsNot() {
    again("noise", "g1", 0, 90, Told.Kind.ORDER);
    singles("litter", 90);
    List<Candidate> list = at(89);
    assertThat(list).extracting(one -> one.last().category()).containsExactly("noise");
    Candidate first = list.get(0);
    assertThat(first.likelihood()).isGreaterThan(0.8);
    assertThat(first.lower()).isLessThan(first.likelihood());
    assertThat(first.upper()).isGreaterThan(first.likelihood());
    assertThat(first.base()).isBetween(0.0, 0.5);
    assertThat(first.orders()).isEqualTo(first.matters().size());
    assertThat(first.matters()).allMatch(one -> one.category().equals("noise"));
  }

  @Test
  void whereSomebodyWasUnaskedNobodyNeedsToGo() {
    again("noise", "g1", 0, 90, Told.Kind.ORDER);
    assertThat(at(89)).isNotEmpty();
    told.add(told("find", Told.Kind.FIND, "g1", "noise", 88, 0));
    assertThat(at(89)).isEmpty();
  }

  @Test
  void whatWasKnownLaterIsNotAskedFor() {
    again("noise", "g1", 0, 60, Told.Kind.ORDER);
    List<Candidate> before = at(58);
    again("noise", "g1", 60, 90, Told.Kind.ORDER);
    assertThat(at(58)).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aVoidReportCountsUntilItWasFoundVoid() {
    for (int day = 0; day < 90; day += 3) {
      Told one = told("v" + day, Told.Kind.CASE, "g1", "noise", day, 0);
      told.add(
          new Told(
              one.id(),
              one.kind(),
              one.grid(),
              one.category(),
              one.at(),
              Optional.of(day(85)),
              one.longitude(),
              one.latitude(),
              ""));
      told.add(told("o" + day, Told.Kind.ORDER, "g1", "noise", day + 1, 0));
    }
    assertThat(at(84).get(0).matters()).anyMatch(one -> one.kind() == Told.Kind.CASE);
    assertThat(at(86).get(0).matters()).noneMatch(one -> one.kind() == Told.Kind.CASE);
  }

  @Test
  void placesFurtherApartAreTwoPlaces() {
    again("noise", "g1", 0, 90, Told.Kind.ORDER);
    told.add(told("far", Told.Kind.ORDER, "g1", "noise", 87, 5 * STEP));
    assertThat(at(89).get(0).matters()).noneMatch(one -> one.id().equals("far"));
  }

  @Test
  void theOrderOfRowsMakesNoDifferenceAndNothingComesOfNothing() {
    assertThat(at(10)).isEmpty();
    again("noise", "g1", 0, 90, Told.Kind.ORDER);
    again("noise", "g2", 0, 90, Told.Kind.CASE);
    singles("litter", 90);
    List<Candidate> first = at(89);
    Collections.shuffle(told, new Random(4));
    assertThat(at(89)).isEqualTo(first).isNotEmpty();
  }

  @Test
  void whatCameIsCountedAtThePlaceOnly() {
    again("noise", "g1", 0, 70, Told.Kind.ORDER);
    singles("noise", 90);
    told.add(told("find", Told.Kind.FIND, "g1", "noise", 72, STEP));
    PlaceForecast forecast = forecast();
    Told first = forecast.at(day(69)).get(0).last();
    assertThat(forecast.complaints(first, day(69))).isEqualTo(1);
    assertThat(forecast.finds(first, day(69))).isEqualTo(1);
  }

  private List<Candidate> at(int day) {
    return forecast().at(day(day));
  }

  private PlaceForecast forecast() {
    return new PlaceForecast(told, METRES, ForesightMethod.bundled().candidates());
  }

  /** Every third day within a few metres. */
  private void again(String category, String grid, int from, int to, Told.Kind kind) {
    for (int day = from; day < to; day += 3) {
      told.add(told(grid + "-" + day, kind, grid, category, day, day % 2 * STEP));
    }
  }

  /** One a day, each at a place of its own. */
  private void singles(String category, int days) {
    for (int day = 0; day < days; day++) {
      told.add(told("s" + day, Told.Kind.ORDER, "g9", category, day, 1 + day * 0.01));
    }
  }

  private static Told told(
      String id, Told.Kind kind, String grid, String category, int day, double east) {
    double north = grid.hashCode() % 50 * 0.01;
    return new Told(
        id,
        kind,
        grid,
        category,
        day(day).plus(Duration.ofHours(9)),
        Optional.empty(),
        121 + east,
        31 + north,
        "");
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }
}

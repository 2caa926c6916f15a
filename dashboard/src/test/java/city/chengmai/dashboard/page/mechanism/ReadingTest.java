package city.chengmai.dashboard.page.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.mechanism.Reading.State;
import city.chengmai.dashboard.query.MechanismQueries.ArrivalRow;
import city.chengmai.dashboard.query.MechanismQueries.At;
import city.chengmai.dashboard.query.MechanismQueries.DemandRow;
import city.chengmai.dashboard.query.MechanismQueries.LastRow;
import city.chengmai.dashboard.query.MechanismQueries.OpenRow;
import city.chengmai.dashboard.query.MechanismQueries.PartRow;
import city.chengmai.dashboard.query.MechanismQueries.PeerRow;
import city.chengmai.dashboard.query.MechanismQueries.Places;
import city.chengmai.dashboard.query.MechanismQueries.RegisterRow;
import city.chengmai.dashboard.query.MechanismQueries.ServiceRow;
import city.chengmai.dashboard.query.MechanismQueries.SpotCountRow;
import city.chengmai.dashboard.query.MechanismQueries.SpotRow;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.Mechanism;
import city.chengmai.datasets.mechanism.Mechanisms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values from sums, counted by hand. */
class ReadingTest {

  private static final Instant UNTIL = Instant.parse("2026-03-02T00:00:00Z");
  private static final Mechanisms MECHANISMS = Mechanisms.bundled();

  private static final ServiceRow SESSIONS =
      new ServiceRow(
          "little-stool",
          1,
          "",
          8,
          96,
          12.5,
          6,
          5,
          0,
          8,
          7,
          4,
          3,
          2,
          Instant.parse("2026-02-28T12:00:00Z"),
          Map.of("issues", 21.0, "#issues", 6.0, "solved/issues", 14.0, "issues/solved", 20.0));
  private static final RegisterRow MICRO_GRIDS =
      new RegisterRow("micro-grid", 1, "", 20, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
  private static final RegisterRow PARKING =
      new RegisterRow(
          "bike-parking", 1, "", 12, 13, 1, 1, 1, 400, 6, 240, 180, 2, 7, 0, 0, Map.of());

  private static Reading read(String mechanism, String measure, Sums sums) {
    return Reading.of(measure(mechanism, measure), new At(sums, 1, ""), 40_000, UNTIL);
  }

  private static Measure measure(String mechanism, String id) {
    return mechanism(mechanism).measures().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Mechanism mechanism(String id) {
    return MECHANISMS.find(id).orElseThrow();
  }

  private static Sums sums(List<ServiceRow> services, List<RegisterRow> registers) {
    return new Sums(services, registers, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void ratesAreSummedCountsOfThoseThatTellBoth() {
    Sums sums = sums(List.of(SESSIONS), List.of(MICRO_GRIDS));
    assertThat(read("001-08", "sessions", sums).value()).isEqualTo(8);
    assertThat(read("001-08", "issues", sums))
        .isEqualTo(new Reading(State.MEASURED, 3.5, 21.0, 6.0));
    assertThat(read("001-08", "solved", sums))
        .isEqualTo(new Reading(State.MEASURED, 0.7, 14.0, 20.0));
    assertThat(read("001-08", "reach", sums))
        .isEqualTo(new Reading(State.MEASURED, 0.25, 5.0, 20.0));
  }

  @Test
  void capacityIsOfThoseThatWereCounted() {
    Sums sums = sums(List.of(), List.of(PARKING));
    assertThat(read("004-20", "used", sums).value()).isEqualTo(0.75);
    assertThat(read("004-20", "over", sums).value()).isEqualTo(2);
    RegisterRow silent =
        new RegisterRow("bike-parking", 1, "", 12, 12, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, Map.of());
    assertThat(read("004-20", "over", sums(List.of(), List.of(silent))).state())
        .isEqualTo(State.NOTHING);
    RegisterRow few =
        new RegisterRow(
            "bike-parking", 1, "", 12, 12, 0, 0, 0, 400, 4, 90, 80, 1, 4, 0, 0, Map.of());
    assertThat(read("004-20", "used", sums(List.of(), List.of(few))).state())
        .isEqualTo(State.TOO_SMALL);
  }

  @Test
  void whatOverflowsAgainIsAShareOfWhatOverflowed() {
    assertThat(read("004-20", "again", sums(List.of(), List.of(overflowed(6, 2)))))
        .isEqualTo(new Reading(State.MEASURED, 2 / 6.0, 2.0, 6.0));
    assertThat(read("004-20", "again", sums(List.of(), List.of(overflowed(2, 1)))).state())
        .isEqualTo(State.TOO_SMALL);
    assertThat(read("004-20", "again", sums(List.of(), List.of(PARKING))).state())
        .isEqualTo(State.NOTHING);
  }

  private static RegisterRow overflowed(long once, long again) {
    return new RegisterRow(
        "bike-parking", 1, "", 12, 12, 0, 0, 0, 400, 4, 90, 80, 1, 4, once, again, Map.of());
  }

  @Test
  void belowTheSmallestSampleThereIsNoValue() {
    DemandRow two = new DemandRow("sick-bed-referral", 1, "", 4, 2, 2, 3.5, 0, null, 2);
    Sums sums =
        new Sums(List.of(), List.of(), List.of(), List.of(two), List.of(), List.of(), List.of());
    assertThat(read("004-24", "waiting", sums))
        .isEqualTo(new Reading(State.TOO_SMALL, null, 2.0, null));
    assertThat(read("004-24", "matched", sums).state()).isEqualTo(State.TOO_SMALL);
    assertThat(read("004-24", "open", sums).value()).isEqualTo(2);
    Sums none = sums(List.of(), List.of());
    assertThat(read("004-24", "waiting", none).state()).isEqualTo(State.NOTHING);
    assertThat(read("004-24", "requests", none).value()).isZero();
    assertThat(read("002-07", "since", none).state()).isEqualTo(State.NOTHING);
  }

  /** Whose days are not over yet is in no share. */
  @Test
  void newEnterprisesAreWelcomedOfThoseThatAreDue() {
    ArrivalRow row = new ArrivalRow("welcome", 1, "", 9, 8, 6, 7, 4.5);
    Sums sums =
        new Sums(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(row), List.of());
    assertThat(read("004-14", "welcomed", sums))
        .isEqualTo(new Reading(State.MEASURED, 0.75, 6.0, 8.0));
    assertThat(read("004-14", "arrivals", sums).value()).isEqualTo(9);
    assertThat(read("004-14", "days", sums)).isEqualTo(new Reading(State.MEASURED, 4.5, 7.0, null));
    assertThat(read("004-14", "welcomed", sums(List.of(), List.of())).state())
        .isEqualTo(State.NOTHING);
  }

  @Test
  void residentsAreTheWholeOfFacilitiesAHead() {
    RegisterRow row =
        new RegisterRow(
            "sports-facility", 1, "", 10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
    Sums sums = sums(List.of(), List.of(row));
    assertThat(read("004-21", "per-head", sums).value()).isEqualTo(0.25);
    Measure perHead = measure("004-21", "per-head");
    assertThat(Reading.of(perHead, new At(sums, 1, ""), 0, UNTIL).state()).isEqualTo(State.NOTHING);
  }

  @Test
  void aPlaceWithinTheDistrictIsAmongThoseThatItTellsOf() {
    RegisterRow row =
        new RegisterRow(
            "sports-facility", 1, "", 20, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
    // 0.5 for 1,000 here; one of the others has more, one has as much.
    Sums three = ranked(row, 60, 30, 5);
    assertThat(read("004-21", "rank", three)).isEqualTo(new Reading(State.MEASURED, 2.0, 2.0, 4.0));
    assertThat(read("004-21", "rank", ranked(row, 60, 30)).state()).isEqualTo(State.TOO_SMALL);
    assertThat(read("004-21", "rank", ranked(row)).state()).isEqualTo(State.NOTHING);
    Measure rank = measure("004-21", "rank");
    assertThat(Reading.of(rank, new At(three, 1, "west"), 40_000, UNTIL).state())
        .isEqualTo(State.NOTHING);
    assertThat(Reading.of(rank, new At(three, 1, ""), 0, UNTIL).state()).isEqualTo(State.NOTHING);
    assertThat(new At(three.alone(), 1, "").peers("district-sports")).isEmpty();
    Reader reader = new Reader(new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai")));
    assertThat(reader.cell(mechanism("004-21"), rank, read("004-21", "rank", three), false).text())
        .isEqualTo("2 of 4");
  }

  private static Sums ranked(RegisterRow own, int... amounts) {
    List<PeerRow> peers =
        IntStream.range(0, amounts.length)
            .mapToObj(
                i -> new PeerRow("district-sports", 1, "p" + i, "", amounts[i], 60_000, UNTIL))
            .toList();
    return new Sums(List.of(), List.of(own), List.of(), List.of(), List.of(), List.of(), peers);
  }

  @Test
  void aSmallCountOfPersonsInAPartOfTheCityIsNotTold() {
    Reader reader = new Reader(new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai")));
    Measure open = measure("004-24", "open");
    Reading two = new Reading(State.MEASURED, 2.0, null, null);
    assertThat(reader.cell(mechanism("004-24"), open, two, true).text()).isEqualTo("fewer than 5");
    assertThat(reader.cell(mechanism("004-24"), open, two, false).text()).isEqualTo("2");
    Reading none = new Reading(State.MEASURED, 0.0, null, null);
    assertThat(reader.cell(mechanism("004-24"), open, none, true).text()).isEqualTo("0");
    Reading share = new Reading(State.MEASURED, 0.75, 6.0, 8.0);
    Measure matched = measure("004-24", "matched");
    assertThat(reader.cell(mechanism("004-24"), matched, share, true).of()).isEmpty();
    assertThat(reader.cell(mechanism("004-24"), matched, share, false).of()).isEqualTo("6 / 8");
  }

  /** A choice of grids shows no row, and their number as its figures do. */
  @Test
  void rowsOfPersonsInAPartOfTheCityAreNotListed() {
    MechanismLists city = lists("004-24", Places.ALL);
    MechanismLists part = lists("004-24", new Places(List.of("west"), false));
    List<OpenRow> open =
        List.of(
            new OpenRow(
                "d1", "sick-bed-referral", "west", UNTIL, null, "booking", "", "", "", "", 2));
    List<LastRow> last =
        List.of(new LastRow("care-visit", "west", UNTIL, null, 1L, "done", List.of(), "", "", ""));
    assertThat(city.open(open, UNTIL)).hasSize(1);
    assertThat(city.last(last)).hasSize(1);
    assertThat(city.total(2)).isEqualTo("2");
    assertThat(part.open(open, UNTIL)).isEmpty();
    assertThat(part.last(last)).isEmpty();
    assertThat(part.total(0)).isEqualTo("0");
    assertThat(part.total(4)).isEqualTo("fewer than 5");
    assertThat(part.total(5)).isEqualTo("5");
    assertThat(lists("001-08", new Places(List.of("west"), false)).total(4)).isEqualTo("4");
  }

  @Test
  void checksOfPersonsInAPartOfTheCityAreNotTold() {
    Mechanism beds = mechanism("004-22");
    List<PartRow> rows = List.of(new PartRow("", "basic", 8, 6, 1));
    assertThat(checks(lists(beds.id(), Places.ALL), beds, rows)).startsWith("6 checks");
    assertThat(checks(lists(beds.id(), new Places(List.of("west"), false)), beds, rows)).isEmpty();
  }

  private static String checks(MechanismLists lists, Mechanism mechanism, List<PartRow> rows) {
    return lists.parts(mechanism.splits().get(0), rows).parts().get(0).checks();
  }

  private static MechanismLists lists(String mechanism, Places places) {
    Figures figures = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));
    Scope scope = new Scope(places, 0, Map.of(), Optional.empty());
    return new MechanismLists(mechanism(mechanism), MECHANISMS, null, scope, figures);
  }

  @Test
  void aMapCountsAllEntriesAndTellsWhenFewerAreMarked() {
    Figures figures = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));
    CityFacts facts =
        new CityFacts("澄江", "Chengjiang", ZoneId.of("Asia/Shanghai"), Optional.empty());
    EntryMap map = new EntryMap(new CityModel(facts, List.of(), List.of(), List.of()), figures);
    List<SpotRow> one = List.of(new SpotRow("point-1", "", "west", null, null));
    assertThat(map.model("Points", List.of(new SpotCountRow("west", 1200)), one))
        .containsEntry("entries", figures.count(1200))
        .containsEntry("looked", "1");
    assertThat(map.model("Points", List.of(new SpotCountRow("west", 1)), one))
        .containsEntry("entries", "1")
        .containsEntry("looked", "");
  }
}

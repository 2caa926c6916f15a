package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.event.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTruthTest {

  private static final List<Incident> TRUTH = DemoTruth.of(Cities.OPTIONS, 120);

  /** What other mechanisms than computing models are to find. */
  private static final List<String> MECHANISMS = List.of("before-complaint");

  private static final LocalDate TODAY = Cities.FIRST_DAY.plusDays(119);

  @Test
  void everyKindIsHiddenMostlyInTheSecondHalf() {
    assertThat(TRUTH).extracting(Incident::kind).contains(IncidentKind.values());
    assertThat(TRUTH)
        .filteredOn(incident -> incident.from().isAfter(Cities.FIRST_DAY.plusDays(59)))
        .hasSize(11);
  }

  @Test
  void theLastWeekHasSomethingToShow() {
    assertThat(TRUTH)
        .filteredOn(incident -> incident.to().isAfter(TODAY.minusDays(6)))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(incident -> incident.isOn(TODAY));
  }

  @Test
  void addedCasesAddUpToTheSizeOverDaysAndGrids() {
    assertThat(TRUTH)
        .filteredOn(incident -> incident.kind().bringsCases())
        .allSatisfy(incident -> assertThat(added(incident)).isEqualTo(incident.size()));
  }

  @Test
  void addedCasesAreInTheData() {
    assertThat(TRUTH)
        .filteredOn(incident -> incident.kind().bringsCases())
        .allSatisfy(
            incident -> assertThat(reports(incident)).isGreaterThanOrEqualTo(incident.size() - 1L));
  }

  @Test
  void drainsOverflowInNeighbouringGrids() {
    Incident burst = first(IncidentKind.DRAIN_BURST);
    DemoGrid start = grid(burst.grids().get(0));
    assertThat(burst.grids().stream().skip(1).map(DemoTruthTest::grid))
        .isNotEmpty()
        .allMatch(start::isNextTo);
    assertThat(Cities.XINGQIAO.weather().rain(burst.from())).isGreaterThan(50);
  }

  @Test
  void aSilentDeviceSendsNothing() {
    Incident silence = first(IncidentKind.SILENT_DEVICE);
    assertThat(readings(silence.target(), silence.from(), silence.to())).isZero();
    assertThat(readings(silence.target(), silence.from().minusDays(3), silence.from()))
        .isEqualTo(silence.size());
  }

  @Test
  void aSiteIsLoudInTheNightsOfItsIncident() {
    Incident noise = first(IncidentKind.NIGHT_NOISE);
    String meter = noise.target().replace("site", "noise-meter");
    assertThat(loudest(meter, noise.from())).isGreaterThan(58);
    assertThat(loudest(meter, noise.from().minusDays(3))).isLessThan(55);
  }

  @Test
  void noRoundIsWalkedInAPatrolGap() {
    Incident gap = first(IncidentKind.PATROL_GAP);
    String grid = gap.grids().get(0).substring(3);
    assertThat(History.OF_120_DAYS.completedRounds)
        .filteredOn(round -> round.subject().substring(10, 13).equals(grid))
        .isNotEmpty()
        .noneMatch(round -> gap.isOn(History.day(round)));
  }

  @Test
  void theProgrammeGoesOnForever() {
    assertThat(DemoTruth.of(Cities.OPTIONS, 360)).hasSize(3 + 5 * 11);
  }

  @Test
  void theFileHoldsEveryIncident(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(DemoTruth.FILE_NAME);
    DemoTruth.write(TRUTH, file);
    JsonNode read = new ObjectMapper().readTree(file.toFile());
    assertThat(read).hasSize(TRUTH.size());
    assertThat(read.get(0).get("kind").asText()).isEqualTo("drain-burst");
    assertThat(read.get(0).get("from").asText()).isEqualTo(TRUTH.get(0).from().toString());
    assertThat(read.get(0).get("grids")).hasSize(TRUTH.get(0).grids().size());
  }

  @Test
  void everyModelHasTrueCasesAndLookalikesInEveryCycle() {
    List<Planted> planted = DemoTruth.planted(Cities.OPTIONS, 120);
    Map<String, List<Planted>> byModel =
        planted.stream().collect(Collectors.groupingBy(Planted::model));
    // What works at night stands among the incidents.
    assertThat(byModel.keySet())
        .isEqualTo(
            Stream.concat(
                    EmpowermentModels.bundled().models().stream()
                        .map(EmpowermentModel::id)
                        .filter(id -> !id.equals("loud-work")),
                    MECHANISMS.stream())
                .collect(Collectors.toSet()));
    assertThat(byModel.values())
        .allSatisfy(
            all -> {
              assertThat(all).filteredOn(Planted::real).hasSizeGreaterThanOrEqualTo(5);
              assertThat(all).filteredOn(one -> !one.real()).hasSizeGreaterThanOrEqualTo(5);
            });
    assertThat(planted).extracting(Planted::id).doesNotHaveDuplicates();
    assertThat(planted).allMatch(one -> one.from().isBefore(one.to()));
  }

  @Test
  void theFileOfModelsHoldsEveryOne(@TempDir Path folder) throws IOException {
    List<Planted> planted = DemoTruth.planted(Cities.OPTIONS, 60);
    Path file = folder.resolve(DemoTruth.PLANTED_FILE_NAME);
    DemoTruth.writePlanted(planted, file);
    JsonNode read = new ObjectMapper().readTree(file.toFile());
    assertThat(read).hasSize(planted.size());
    assertThat(read.get(0).get("real").asBoolean()).isEqualTo(planted.get(0).real());
  }

  @Test
  void aSilentMeterUsesNoWater() {
    Planted silence =
        DemoTruth.planted(Cities.OPTIONS, 60).stream()
            .filter(one -> one.model().equals("silent-elder"))
            .findFirst()
            .orElseThrow();
    String meter = silence.target().substring("home-".length());
    assertThat(History.OF_120_DAYS.readings)
        .filteredOn(reading -> reading.subject().equals(meter))
        .filteredOn(reading -> History.day(reading).equals(silence.from()))
        .allMatch(reading -> reading.data().get("value").asDouble() == 0);
  }

  @Test
  void drainsOfTheRegisterAreFoundAsTheyAre() {
    List<Planted> drains =
        DemoTruth.planted(Cities.OPTIONS, 120).stream()
            .filter(one -> one.target().startsWith("component-"))
            .toList();
    assertThat(drains).hasSizeGreaterThanOrEqualTo(4);
    assertThat(drains)
        .allSatisfy(
            drain ->
                assertThat(History.OF_120_DAYS.inspections)
                    .filteredOn(look -> look.subject().equals(drain.target()))
                    .filteredOn(look -> !History.day(look).isBefore(drain.from()))
                    .filteredOn(look -> History.day(look).isBefore(drain.to()))
                    .isNotEmpty()
                    .allMatch(look -> look.data().get("condition").asText().equals("clogged")));
    assertThat(drains)
        .as("the register learns of most that are cleared")
        .anySatisfy(
            drain ->
                assertThat(History.OF_120_DAYS.inspections)
                    .filteredOn(look -> look.subject().equals(drain.target()))
                    .filteredOn(look -> History.day(look).equals(drain.to()))
                    .extracting(look -> look.data().get("condition").asText())
                    .contains("good"));
  }

  private static Incident first(IncidentKind kind) {
    return TRUTH.stream().filter(incident -> incident.kind() == kind).findFirst().orElseThrow();
  }

  private static DemoGrid grid(String id) {
    return Cities.XINGQIAO.grids().stream()
        .filter(grid -> grid.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int added(Incident incident) {
    return incident
        .from()
        .datesUntil(incident.to())
        .mapToInt(
            day -> incident.grids().stream().mapToInt(grid -> incident.casesOn(day, grid)).sum())
        .sum();
  }

  /** A hotline order of the last minutes of a day becomes a case on the next day. */
  private static long reports(Incident incident) {
    return History.OF_120_DAYS.reports.stream()
        .filter(report -> report.data().get("category").asText().equals(incident.category()))
        .filter(report -> incident.grids().contains("xq-" + report.subject().substring(10, 13)))
        .filter(report -> incident.isOn(History.day(report)))
        .count();
  }

  private static long readings(String device, LocalDate from, LocalDate to) {
    return History.OF_120_DAYS.readings.stream()
        .filter(reading -> reading.subject().equals(device))
        .map(History::day)
        .filter(day -> !day.isBefore(from) && day.isBefore(to))
        .count();
  }

  private static double loudest(String meter, LocalDate day) {
    return History.OF_120_DAYS.readings.stream()
        .filter(reading -> reading.subject().equals(meter) && History.day(reading).equals(day))
        .filter(DemoTruthTest::isLate)
        .mapToDouble(reading -> reading.data().get("value").asDouble())
        .max()
        .orElseThrow();
  }

  private static boolean isLate(Event reading) {
    return reading.time().atZone(DemoOptions.ZONE).getHour() >= 22;
  }
}

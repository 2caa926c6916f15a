package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTruthTest {

  private static final List<Incident> TRUTH = DemoTruth.of(Cities.OPTIONS, 120);
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

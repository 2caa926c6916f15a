package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.Area;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class DemoHistoryTest {

  private static final History HISTORY = History.OF_120_DAYS;

  @Test
  void everyEventIsInOrderFitsItsSchemaAndIsALegalStep() {
    assertThat(HISTORY.faults).isEmpty();
  }

  @Test
  void everyTypeOfEventHappens() {
    assertThat(HISTORY.counts.keySet()).isEqualTo(EnumSet.allOf(EventType.class));
  }

  @Test
  void volumesAreThoseOfASubDistrict() {
    int events = HISTORY.counts.values().stream().mapToInt(Integer::intValue).sum();
    // What patrols find where complaints are to stop comes on top, case by case.
    Set<String> finds =
        DemoTruth.planted(Cities.OPTIONS, 120).stream()
            .filter(one -> one.model().equals(ForesightPlot.MODEL))
            .flatMap(one -> one.rows().stream())
            .filter(row -> row.startsWith("C"))
            .collect(Collectors.toSet());
    assertThat(finds).hasSize(12);
    assertThat(HISTORY.reports)
        .filteredOn(report -> !finds.contains(report.subject()))
        .hasSize(HISTORY.reports.size() - 12)
        .hasSizeBetween(8_000, 10_000);
    assertThat(events).isBetween(150_000, 200_000);
    assertThat(HISTORY.count(EventType.ORDER_RECEIVED)).isBetween(2_500, 4_000);
    assertThat(HISTORY.count(EventType.PATROL_PLANNED)).isEqualTo(47 * 2 * 120);
  }

  @Test
  void channelsAndLevelsMixAsDeclared() {
    assertThat(share(report -> text(report, "channel").equals("patrol"))).isBetween(0.40, 0.50);
    assertThat(share(report -> text(report, "channel").equals("hotline"))).isBetween(0.26, 0.36);
    assertThat(share(report -> text(report, "level").equals("simple"))).isBetween(0.21, 0.27);
    assertThat(share(report -> text(report, "level").equals("difficult"))).isBetween(0.05, 0.09);
  }

  @Test
  void casesEndInAllWaysAndSomeStayOpen() {
    Map<CaseStage, Long> stages =
        HISTORY.stages.values().stream()
            .collect(Collectors.groupingBy(stage -> stage, Collectors.counting()));
    assertThat(stages.get(CaseStage.CLOSED)).isGreaterThan(7_500);
    assertThat(stages.get(CaseStage.CANCELLED)).isBetween(100L, 500L);
    assertThat(stages.get(CaseStage.DISPATCHED)).isBetween(100L, 900L);
  }

  @Test
  void gridsDifferInPunctualityAndNoneIsTooSmallToJudge() {
    Map<String, int[]> grids = new HashMap<>();
    HISTORY.closed.forEach(
        (id, closed) -> {
          int[] counts = grids.computeIfAbsent(id.substring(10, 13), grid -> new int[2]);
          counts[0]++;
          counts[1] += closed.isAfter(HISTORY.due.get(id)) ? 0 : 1;
        });
    assertThat(grids).hasSize(47);
    assertThat(grids.values()).allMatch(counts -> counts[0] >= 60);
    assertThat(grids.values()).anyMatch(counts -> counts[1] < 0.72 * counts[0]);
    assertThat(grids.values()).anyMatch(counts -> counts[1] > 0.97 * counts[0]);
  }

  @Test
  void weekendsAndHolidaysAreQuieter() {
    double weekday = mean(day -> isOrdinary(day) && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    double sunday = mean(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
    double holiday = mean(day -> Cities.OPTIONS.holidays().isHoliday(day));
    assertThat(sunday / weekday).isBetween(0.65, 0.92);
    assertThat(holiday / weekday).isBetween(0.5, 0.92);
  }

  @Test
  void categoriesHaveTheirHours() {
    assertThat(shareOfHours("construction/site-noise", 22, 24)).isGreaterThan(0.25);
    assertThat(shareOfHours("business-service/policy-question", 8, 17)).isGreaterThan(0.75);
    assertThat(shareOfHours("city-appearance/litter", 0, 5)).isLessThan(0.05);
  }

  @Test
  void pointsLieInTheGridThatTheReportNames() {
    Map<String, Area> grids =
        Cities.CITY.areas().baseGrids().stream().collect(Collectors.toMap(Area::id, a -> a));
    assertThat(HISTORY.reports)
        .filteredOn(report -> report.data().has("areaId"))
        .hasSizeGreaterThan(3_000)
        .allMatch(report -> isIn(grids.get(text(report, "areaId")), report));
  }

  @Test
  void categoriesOfReportsAreLeavesOfTheTree() {
    Set<String> leaves =
        Cities.CITY.categories().stream()
            .filter(category -> category.parentId().isPresent())
            .map(category -> category.id())
            .collect(Collectors.toSet());
    assertThat(leaves).hasSizeGreaterThanOrEqualTo(30);
    assertThat(HISTORY.reports)
        .extracting(report -> text(report, "category"))
        .hasSameElementsAs(leaves);
  }

  private static boolean isIn(Area grid, Event report) {
    double longitude = report.data().at("/point/longitude").asDouble();
    Coordinate at = new Coordinate(longitude, report.data().at("/point/latitude").asDouble());
    return grid.boundary().covers(MetricPlane.FACTORY.createPoint(at));
  }

  private static double share(Predicate<Event> wanted) {
    return HISTORY.reports.stream().filter(wanted).count() / (double) HISTORY.reports.size();
  }

  private static double shareOfHours(String category, int from, int to) {
    return HISTORY.reports.stream()
        .filter(report -> text(report, "category").equals(category))
        .mapToInt(report -> report.time().atZone(DemoOptions.ZONE).getHour())
        .mapToDouble(hour -> hour >= from && hour < to ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** Mean number of reports on such days, days of incidents left out. */
  private static double mean(Predicate<LocalDate> wanted) {
    Map<LocalDate, Long> days =
        HISTORY.reports.stream()
            .collect(Collectors.groupingBy(History::day, Collectors.counting()));
    return days.entrySet().stream()
        .filter(day -> wanted.test(day.getKey()))
        .filter(day -> Cities.XINGQIAO.incidents().on(day.getKey()).isEmpty())
        .mapToLong(Map.Entry::getValue)
        .average()
        .orElse(0);
  }

  private static boolean isOrdinary(LocalDate day) {
    return Cities.OPTIONS.holidays().isWorkingDay(day);
  }

  private static String text(Event event, String field) {
    return event.data().get(field).asText();
  }
}

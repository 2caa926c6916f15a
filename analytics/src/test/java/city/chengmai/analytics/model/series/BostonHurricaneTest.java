package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.testing.SharedData;
import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Half a year of Boston's service requests: the hurricane of 28 August 2011 must stand out. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class BostonHurricaneTest {

  private static final LocalDate FIRST = LocalDate.of(2011, 7, 1);
  private static final int DAYS = 184;

  @Test
  void hurricaneIsAmongTheTenStrongestAlerts() throws IOException {
    List<VolumeTest> alerts = alerts(DAYS);
    if (System.getProperty("show") != null) {
      System.getLogger("boston").log(System.Logger.Level.INFO, alerts.size() + " alerts");
      alerts.stream()
          .limit(40)
          .forEach(a -> System.getLogger("boston").log(System.Logger.Level.INFO, a.toString()));
    }

    assertThat(alerts.subList(0, 10))
        .anySatisfy(
            alert -> {
              assertThat(alert.area()).isEqualTo("boston");
              assertThat(alert.category()).isEqualTo("Tree Emergencies");
              assertThat(alert.at().toLocalDate()).isEqualTo(LocalDate.of(2011, 8, 28));
              assertThat(alert.observed()).isEqualTo(752);
            });
  }

  @Test
  void alertsOfADayDoNotChangeWhenLaterDaysAreAppended() throws IOException {
    LocalDate cut = FIRST.plusDays(100);

    assertThat(alerts(100))
        .isNotEmpty()
        .isEqualTo(
            alerts(DAYS).stream().filter(alert -> alert.at().toLocalDate().isBefore(cut)).toList());
  }

  /**
   * The Mondays after Labour Day and Veterans Day, and the Tuesday after Christmas. Other working
   * days after holidays are not quiet: 6 September has alerts of the city in four categories, trees
   * among them, and 28 November one for 24 requests for new trees.
   */
  @Test
  void ordinaryWorkingDaysAfterHolidaysAreNoNewsOfTheCity() throws IOException {
    List<LocalDate> ordinary =
        List.of(LocalDate.of(2011, 9, 12), LocalDate.of(2011, 11, 14), LocalDate.of(2011, 12, 27));
    assertThat(alerts(DAYS))
        .filteredOn(alert -> alert.area().equals("boston"))
        .filteredOn(alert -> ordinary.contains(alert.at().toLocalDate()))
        .isEmpty();
  }

  private static List<VolumeTest> alerts(int days) throws IOException {
    Map<String, Map<String, double[]>> counts = new TreeMap<>();
    Map<String, double[]> totals = new HashMap<>();
    String text = SharedData.text("boston-311-2011.zip", "311_service_requests_2011.csv");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord row : format.parse(new StringReader(text.replace("\uFEFF", "")))) {
      int day =
          (int)
              ChronoUnit.DAYS.between(FIRST, LocalDate.parse(row.get("open_dt").substring(0, 10)));
      if (day >= days) {
        continue;
      }
      String ward = row.get("ward").replaceAll("\\D", "").replaceFirst("^0", "");
      Map<String, double[]> category =
          counts.computeIfAbsent(row.get("type"), key -> new TreeMap<>());
      category.computeIfAbsent("boston", key -> new double[days])[day]++;
      if (!ward.isEmpty()) {
        category.computeIfAbsent(ward, key -> new double[days])[day]++;
        totals.computeIfAbsent(ward, key -> new double[days])[day]++;
      }
    }
    return detect(counts, new GridTotals(series(totals), days), days);
  }

  private static List<VolumeTest> detect(
      Map<String, Map<String, double[]>> counts, GridTotals totals, int days) {
    VolumeRule rule = VolumeRule.of(AlertRules.bundled().rule("A02"), Cadence.DAY);
    VolumeDetector detector =
        new VolumeDetector(
            new FewHolidays(), totals, "boston", VolumeSettings.of(Cadence.DAY, rule));
    List<VolumeTest> kept = new ArrayList<>();
    Map<LocalDateTime, Long> tests = new HashMap<>();
    counts.forEach(
        (category, areas) -> {
          Map<String, CountSeries> grids = series(areas);
          CountSeries city = grids.remove("boston");
          VolumeResult result = detector.test(new CategoryVolume(category, city, grids), 0, days);
          kept.addAll(result.kept());
          for (int i = 0; i < days; i++) {
            tests.merge(FIRST.plusDays(i).atStartOfDay(), result.tests()[i], Long::sum);
          }
        });
    return rule.alerts(kept, tests);
  }

  private static Map<String, CountSeries> series(Map<String, double[]> counts) {
    Map<String, CountSeries> series = new TreeMap<>();
    counts.forEach(
        (area, days) -> series.put(area, CountSeries.of(FIRST.atStartOfDay(), Cadence.DAY, days)));
    return series;
  }

  private static final class FewHolidays implements HolidayCalendar {

    private static final Set<LocalDate> DAYS_OFF =
        Set.of(
            LocalDate.of(2011, 7, 4),
            LocalDate.of(2011, 9, 5),
            LocalDate.of(2011, 10, 10),
            LocalDate.of(2011, 11, 11),
            LocalDate.of(2011, 11, 24),
            LocalDate.of(2011, 12, 26));

    @Override
    public boolean isHoliday(LocalDate day) {
      return DAYS_OFF.contains(day);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
      return !isHoliday(day)
          && day.getDayOfWeek() != DayOfWeek.SATURDAY
          && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
  }
}

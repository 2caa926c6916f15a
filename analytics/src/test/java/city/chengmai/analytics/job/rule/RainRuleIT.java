package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rule A12 on a real ClickHouse, against plain Java. */
class RainRuleIT {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = RuleFixture.FIRST.plusDays(180);
  private static final int DAYS = 90;
  private static final List<String> CONDITIONS =
      List.of("good", "worn", "clogged", "damaged", "missing", "");

  private final Random random = new Random(31);

  private record Look(String component, Instant at, String condition) {}

  private record Rain(String gauge, Instant at, double millimetres) {}

  @Test
  void rainOnBadDrainsIsThatOfPlainJava() {
    try (RuleFixture fixture = new RuleFixture()) {
      List<Look> looks = looks(fixture);
      List<Rain> rain = rain(fixture);
      Instant since = FIRST.atStartOfDay(ZONE).toInstant();
      Instant until = FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant();
      List<String> expected = expected(looks, rain);

      assertThat(fixture.ask("A12", ZONE, since, until).stream().map(RuleFixture::line))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(expected)
          .hasSizeGreaterThan(15)
          .anyMatch(line -> line.contains("alarm"))
          .anyMatch(line -> line.contains("after g"));
    }
  }

  private List<Look> looks(RuleFixture fixture) {
    List<Look> looks = new ArrayList<>();
    for (int c = 0; c < 24; c++) {
      String id = "drain'" + c;
      String category = c % 8 == 7 ? "street-light" : "public-facilities/drain-overflow";
      fixture.row(
          "components",
          "component_id",
          id,
          "category",
          category,
          "grid",
          "g" + c % 4,
          "condition",
          "good");
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        Instant at =
            RuleFixture.FIRST
                .atStartOfDay(ZONE)
                .toInstant()
                .plusSeconds(random.nextInt(280 * 86_400));
        Look look = new Look(id, at, CONDITIONS.get(random.nextInt(6)));
        String type = i == 0 ? "registered" : "inspected";
        fixture.event(
            id + "-" + i,
            "cn.grid.component." + type,
            id,
            "g1",
            at,
            "{\"condition\":\"" + look.condition() + "\"}");
        if (c % 8 != 7) {
          looks.add(look);
        }
      }
    }
    return looks;
  }

  private List<Rain> rain(RuleFixture fixture) {
    List<Rain> rain = new ArrayList<>();
    for (int i = 0; i < 220; i++) {
      String gauge = "gauge-" + random.nextInt(2);
      Instant at =
          FIRST.atStartOfDay(ZONE).toInstant().plus(random.nextInt(DAYS * 24), ChronoUnit.HOURS);
      Rain reading = new Rain(gauge, at, random.nextInt(40) == 0 ? 50 : random.nextInt(45));
      rain.add(reading);
      fixture.row(
          "observations",
          "device_id",
          gauge,
          "kind",
          "rain-gauge",
          "metric",
          "rain",
          "observed_at",
          at,
          "value",
          reading.millimetres(),
          "unit",
          "mm",
          "source",
          "test",
          "id",
          "r" + i);
    }
    return rain;
  }

  private static List<String> expected(List<Look> looks, List<Rain> rain) {
    List<String> lines = new ArrayList<>();
    Map<String, LocalDate> last = new TreeMap<>();
    for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
      LocalDate today = day;
      List<Rain> fallen =
          rain.stream().filter(r -> r.at().atZone(ZONE).toLocalDate().equals(today)).toList();
      Map<String, Double> byGauge = new TreeMap<>();
      fallen.forEach(r -> byGauge.merge(r.gauge(), r.millimetres(), Double::sum));
      double most = byGauge.values().stream().mapToDouble(d -> d).max().orElse(0);
      if (most >= 50) {
        Instant known = fallen.stream().map(Rain::at).max(Instant::compareTo).orElseThrow();
        grids(looks, day.plusDays(1).atStartOfDay(ZONE).toInstant())
            .forEach((grid, drains) -> lines.add(line(grid, today, drains, most, known, last)));
      }
    }
    return lines;
  }

  private static Map<String, List<String>> grids(List<Look> looks, Instant end) {
    Map<String, List<String>> grids = new TreeMap<>();
    for (String drain : looks.stream().map(Look::component).distinct().sorted().toList()) {
      List<Look> past =
          looks.stream()
              .filter(look -> look.component().equals(drain) && look.at().isBefore(end))
              .sorted(Comparator.comparing(Look::at))
              .toList();
      String condition =
          past.stream().map(Look::condition).filter(c -> !c.isEmpty()).reduce("", (a, b) -> b);
      boolean bad = List.of("clogged", "damaged", "missing").contains(condition);
      boolean forgotten =
          !past.isEmpty()
              && past.get(past.size() - 1).at().isBefore(end.minus(180, ChronoUnit.DAYS));
      if (bad || forgotten) {
        int number = Integer.parseInt(drain.substring(drain.indexOf('\'') + 1));
        grids.computeIfAbsent("g" + number % 4, grid -> new ArrayList<>()).add(drain);
      }
    }
    return grids;
  }

  private static String line(
      String grid,
      LocalDate day,
      List<String> drains,
      double most,
      Instant known,
      Map<String, LocalDate> last) {
    LocalDate before = last.put(grid, day);
    boolean goesOn = before != null && !before.isBefore(day.minusDays(2));
    return new FindingLine(
            grid + "|" + day,
            goesOn ? grid + "|" + before : "",
            most >= 100 ? "alarm" : "warning",
            grid,
            "",
            day.atStartOfDay(ZONE).toInstant(),
            day.plusDays(1).atStartOfDay(ZONE).toInstant(),
            known,
            null,
            most,
            null,
            50.0,
            drains,
            drains.size())
        .text();
  }
}

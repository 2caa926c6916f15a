package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules A06 and A07, which compare areas with their peers, against plain Java. */
class PeerRulesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 75;

  private static RuleFixture fixture;

  private final Random random = new Random(23);
  private final List<Standing> standings = new ArrayList<>();

  private record Standing(
      String area,
      String indicator,
      LocalDate day,
      String group,
      int peers,
      Double value,
      Integer rank,
      Integer best,
      double repeated) {}

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
    standings.clear();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void sharesAboveThoseOfNineTenthsOfTheGroup() {
    for (int day = 0; day < DAYS; day++) {
      group("S05", "large'\\", 12, day);
      group("S05", "small", 9, day);
    }
    standings.forEach(PeerRulesIT::write);
    List<String> expected = repeated();

    assertThat(lines("A06")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(20).allMatch(line -> line.contains("in large"));
  }

  @Test
  void worstTenthTwiceInARow() {
    for (int day = 0; day < DAYS; day++) {
      group("M04", "large", 20, day);
      group("M04", "small", 9, day);
      group("O03", "other", 10, day);
    }
    standings.forEach(PeerRulesIT::write);
    List<String> expected = behind();

    assertThat(lines("A07")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(20).noneMatch(line -> line.contains("in small"));
  }

  /** Areas keep about their place from day to day; some values are missing. */
  private void group(String indicator, String group, int size, int day) {
    TreeMap<Double, Integer> sorted = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      if (random.nextInt(15) > 0) {
        sorted.put(50 - 3.0 * i + 4 * random.nextDouble(), i);
      }
    }
    int rank = sorted.size();
    for (var entry : sorted.entrySet()) {
      int best = Math.max(1, rank - random.nextInt(12));
      standings.add(
          new Standing(
              group + "-" + entry.getValue(),
              indicator,
              RuleFixture.FIRST.plusDays(day),
              group,
              sorted.size(),
              entry.getKey(),
              rank--,
              best,
              random.nextInt(14)));
    }
    standings.add(
        new Standing(
            group + "-none",
            indicator,
            RuleFixture.FIRST.plusDays(day),
            group,
            sorted.size(),
            null,
            null,
            null,
            9));
  }

  private List<String> repeated() {
    TreeMap<String, TreeMap<LocalDate, List<Standing>>> groups = new TreeMap<>();
    standings.stream()
        .filter(s -> s.value() != null)
        .forEach(
            s ->
                groups
                    .computeIfAbsent(s.group(), g -> new TreeMap<>())
                    .computeIfAbsent(s.day(), d -> new ArrayList<>())
                    .add(s));
    TreeMap<String, LocalDate> last = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (var days : groups.values()) {
      for (List<Standing> peers : days.values()) {
        double[] values = peers.stream().mapToDouble(Standing::value).sorted().toArray();
        double place = 0.9 * (values.length - 1);
        int below = (int) Math.floor(place);
        double bound =
            values[below]
                + (place - below)
                    * (values[Math.min(below + 1, values.length - 1)] - values[below]);
        for (Standing s : peers) {
          if (values.length >= 10 && s.value() > bound && s.value() >= 25 && s.repeated() >= 6) {
            lines.add(line(s, s.area(), last, "S05", null, bound, (long) s.repeated()));
          }
        }
      }
    }
    return lines;
  }

  private List<String> behind() {
    TreeMap<String, LocalDate> last = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (Standing s : standings) {
      boolean before =
          standings.stream()
              .anyMatch(
                  o ->
                      o.area().equals(s.area())
                          && o.indicator().equals(s.indicator())
                          && o.day().plusDays(30).equals(s.day())
                          && isWorst(o));
      if (isWorst(s) && before) {
        lines.add(line(s, s.area() + "|" + s.indicator(), last, s.indicator(), 44.0, null, 1));
      }
    }
    return lines;
  }

  private static boolean isWorst(Standing s) {
    return s.value() != null
        && s.peers() >= 10
        && s.peers() - s.rank() + 1 <= 0.1 * s.peers()
        && s.best() > 0.5 * s.peers();
  }

  private static String line(
      Standing s,
      String series,
      Map<String, LocalDate> last,
      String subject,
      Double expected,
      Double bound,
      long total) {
    LocalDate before = last.put(series, s.day());
    boolean goesOn = before != null && !before.isBefore(s.day().minusDays(3));
    Instant end = s.day().plusDays(1).atStartOfDay(ZONE).toInstant();
    return new FindingLine(
            series + "|" + s.day(),
            goesOn ? series + "|" + before : "",
            "notice",
            s.area(),
            subject,
            s.day().atStartOfDay(ZONE).toInstant(),
            end,
            end,
            null,
            s.value(),
            expected,
            bound,
            List.of(subject),
            total)
        .text();
  }

  private static void write(Standing s) {
    fixture.row(
        "indicator_standings",
        "area_id",
        s.area(),
        "indicator",
        s.indicator(),
        "day",
        s.day(),
        "peer_group",
        s.group(),
        "peers",
        s.peers(),
        "value",
        s.value(),
        "peer_value",
        44.0,
        "rank",
        s.rank(),
        "rank_lower",
        s.best());
    fixture.row(
        "indicator_30d",
        "area_id",
        s.area(),
        "indicator",
        s.indicator(),
        "day",
        s.day(),
        "numerator",
        s.repeated(),
        "denominator",
        40,
        "value",
        s.value(),
        "state",
        s.value() == null ? "insufficient" : "measured");
  }

  private static List<String> lines(String rule) {
    Instant since = RuleFixture.FIRST.atStartOfDay(ZONE).toInstant();
    Instant until = RuleFixture.FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant();
    return fixture.ask(rule, ZONE, since, until).stream().map(RuleFixture::line).toList();
  }
}

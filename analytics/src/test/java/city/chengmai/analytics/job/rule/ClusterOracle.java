package city.chengmai.analytics.job.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rule A03 in plain Java: every case is held against every other. */
final class ClusterOracle {

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final Duration PAST = Duration.ofDays(56);
  private static final double EARTH = 6_371_000;

  /** A case with a place. */
  record Spot(String id, String category, String grid, Instant at, double lon, double lat) {}

  private static final Comparator<Spot> ORDER =
      Comparator.comparing(Spot::at).thenComparing(Spot::id);

  private final List<Spot> cases;
  private final ZoneId zone;

  ClusterOracle(List<Spot> cases, ZoneId zone) {
    this.cases = cases;
    this.zone = zone;
  }

  List<String> lines() {
    List<Spot> hot = cases.stream().filter(c -> isHot(c)).toList();
    List<Spot> firsts =
        hot.stream()
            .filter(
                c ->
                    hot.stream()
                        .noneMatch(
                            o -> near(o, c) && day(o).equals(day(c)) && ORDER.compare(o, c) < 0))
            .toList();
    List<String> lines = new ArrayList<>();
    for (Spot c : firsts) {
      Optional<Spot> previous =
          firsts.stream()
              .filter(
                  o ->
                      near(o, c)
                          && day(o).isBefore(day(c))
                          && !o.at().isBefore(c.at().minus(WINDOW)))
              .max(ORDER);
      lines.add(line(c, previous.map(Spot::id).orElse("")));
    }
    return lines;
  }

  private String line(Spot c, String previous) {
    List<String> evidence =
        cases.stream()
            .filter(
                o ->
                    near(o, c) && !o.at().isBefore(c.at().minus(WINDOW)) && !day(o).isAfter(day(c)))
            .map(Spot::id)
            .sorted()
            .toList();
    return new FindingLine(
            c.id(),
            previous,
            evidence.size() >= 6 ? "warning" : "notice",
            c.grid(),
            "",
            day(c).atStartOfDay(zone).toInstant(),
            day(c).plusDays(1).atStartOfDay(zone).toInstant(),
            c.at(),
            null,
            evidence.size(),
            usual(c),
            3.0,
            evidence.stream().limit(50).toList(),
            evidence.size())
        .text();
  }

  private boolean isHot(Spot c) {
    long recent =
        cases.stream()
            .filter(
                o ->
                    near(o, c)
                        && ORDER.compare(o, c) <= 0
                        && !o.at().isBefore(c.at().minus(WINDOW)))
            .count();
    return recent >= 3 && recent >= 3 * usual(c);
  }

  private double usual(Spot c) {
    Instant start = c.at().minus(WINDOW);
    long before =
        cases.stream()
            .filter(
                o -> near(o, c) && o.at().isBefore(start) && !o.at().isBefore(start.minus(PAST)))
            .count();
    Instant first = RuleFixture.FIRST.atStartOfDay(zone).toInstant();
    double known = Math.min(PAST.toMillis(), start.toEpochMilli() - first.toEpochMilli());
    return before / Math.max(1, known / WINDOW.toMillis());
  }

  private LocalDate day(Spot c) {
    return c.at().atZone(zone).toLocalDate();
  }

  private static boolean near(Spot one, Spot other) {
    double lat = Math.toRadians(other.lat() - one.lat());
    double lon = Math.toRadians(other.lon() - one.lon());
    double half =
        Math.pow(Math.sin(lat / 2), 2)
            + Math.cos(Math.toRadians(one.lat()))
                * Math.cos(Math.toRadians(other.lat()))
                * Math.pow(Math.sin(lon / 2), 2);
    return one.category().equals(other.category()) && 2 * EARTH * Math.asin(Math.sqrt(half)) <= 100;
  }
}

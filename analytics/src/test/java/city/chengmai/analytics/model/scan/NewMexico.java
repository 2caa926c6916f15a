package city.chengmai.analytics.model.scan;

import city.chengmai.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brain cancer by county and year, with what the scanstatistics package expects of 1986 to 1989: a
 * log-linear model of the years before, on populations that its authors interpolated with a
 * quadratic through the three censuses. They scaled years by the deviation of 19 years when they
 * fitted it and of the 16 years between censuses when they used it; their figures hold only so.
 */
final class NewMexico {

  private static final double INTERCEPT = -10.0106584;
  private static final double TREND = 0.00975165;
  private static final int BASE_YEAR = 1985;
  private static final int CENTURY = 1900;
  private static final int MIDDLE = 82;
  private static final int HALF_SPAN = 9;
  private static final double STRETCH = Math.sqrt(570.0 / 18) / Math.sqrt(408.0 / 15);

  private static final Map<String, NavigableMap<Integer, Integer>> PEOPLE = people();

  private NewMexico() {}

  static List<Occurrence> cases() {
    Map<String, Place> places = new HashMap<>();
    for (String line : seats()) {
      String[] cells = line.split(",", -1);
      double latitude = Double.parseDouble(cells[1]);
      places.put(cells[0], new Place(cells[0], Double.parseDouble(cells[2]), latitude));
    }
    List<Occurrence> cases = new ArrayList<>();
    places.values().forEach(place -> cases.add(new Occurrence(place, 1986, 0)));
    cells("new-mexico/nm.cas")
        .forEach(
            c ->
                cases.add(
                    new Occurrence(
                        places.get(c[0]), Integer.parseInt(c[2]), Integer.parseInt(c[1]))));
    return cases;
  }

  static double expected(Place county, int year) {
    double trend = Math.exp(INTERCEPT + TREND * (year - BASE_YEAR));
    return trend * people(PEOPLE.get(county.name()), year - CENTURY);
  }

  private static long people(NavigableMap<Integer, Integer> censuses, int year) {
    double first = censuses.firstEntry().getValue();
    double middle = censuses.get(MIDDLE);
    double last = censuses.lastEntry().getValue();
    double t = STRETCH * (year - MIDDLE) / HALF_SPAN;
    return Math.round(middle + (last - first) / 2 * t + (first + last - 2 * middle) / 2 * t * t);
  }

  private static Map<String, NavigableMap<Integer, Integer>> people() {
    Map<String, NavigableMap<Integer, Integer>> people = new HashMap<>();
    cells("new-mexico/nm.pop")
        .forEach(
            c ->
                people
                    .computeIfAbsent(c[0], county -> new TreeMap<>())
                    .merge(Integer.valueOf(c[1]), Integer.valueOf(c[2]), Integer::sum));
    return people;
  }

  /** County seats in degrees. */
  private static List<String> seats() {
    try (InputStream in = NewMexico.class.getResourceAsStream("new-mexico-seats.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading county seats", e);
    }
  }

  private static Stream<String[]> cells(String entry) {
    return SharedData.lines("reference-statistics.zip", entry).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split("\\s+", -1));
  }
}

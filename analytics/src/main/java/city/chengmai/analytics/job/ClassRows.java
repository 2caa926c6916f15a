package city.chengmai.analytics.job;

import city.chengmai.analytics.model.foresight.Told;
import city.chengmai.analytics.model.theme.RepeatPlaces;
import city.chengmai.analytics.model.theme.RepeatPlaces.Place;
import city.chengmai.analytics.model.theme.Themes;
import city.chengmai.analytics.model.theme.Themes.Theme;
import city.chengmai.datasets.classfix.ClassMethod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The classes of the latest weeks, as rows of {@code matter_classes}. */
final class ClassRows {

  private static final int DAYS_OF_WEEK = 7;
  private static final int MOST_EVIDENCE = 50;

  private final ClassMethod method;
  private final ZoneId zone;
  private final LocalDate today;
  private final Map<String, Map<String, Object>> standing;

  /**
   * Rows as of a day.
   *
   * @param standing rows as they stand, by id
   */
  ClassRows(
      ClassMethod method, ZoneId zone, LocalDate today, Map<String, Map<String, Object>> standing) {
    this.method = method;
    this.zone = zone;
    this.today = today;
    this.standing = standing;
  }

  /** A class that was found. */
  private record Found(
      String kind,
      String category,
      String word,
      List<String> others,
      Optional<Told> centre,
      List<ClassCase> cases) {}

  /** All rows: what was found, and what was found before and is no class any more. */
  Collection<Map<String, Object>> of(List<ClassCase> all) {
    LocalDate from = today.plusDays(1).minusWeeks(method.weeks());
    List<ClassCase> cases = all.stream().filter(one -> !day(one).isBefore(from)).toList();
    Map<String, ClassCase> byId =
        cases.stream().collect(Collectors.toMap(ClassCase::id, one -> one, (a, b) -> a));
    // What came before the weeks tells what came again within them.
    Set<String> again = repeats(all).again(method.againDays());
    List<Found> found = new ArrayList<>();
    repeats(cases).all(method.fewestTimes()).forEach(place -> found.add(found(place, byId)));
    found.addAll(themes(cases, byId));
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    for (String kind : List.of("place", "theme")) {
      List<Map<String, Object>> ranked = ranked(found, kind, again);
      for (int rank = 0; rank < ranked.size(); rank++) {
        Map<String, Object> row = ranked.get(rank);
        String id = (String) row.get("class_id");
        // One that goes on is not over for being less than others.
        if (rank < method.most() || standing.containsKey(id)) {
          rows.putIfAbsent(id, row);
        }
      }
    }
    standing.forEach((id, row) -> rows.computeIfAbsent(id, any -> ended(row)));
    return rows.values();
  }

  private RepeatPlaces repeats(List<ClassCase> cases) {
    List<Told> placed = cases.stream().filter(ClassCase::hasPoint).map(ClassCase::place).toList();
    return new RepeatPlaces(placed, method.metres(), zone);
  }

  private List<Map<String, Object>> ranked(List<Found> found, String kind, Set<String> again) {
    return found.stream()
        .filter(one -> one.kind().equals(kind))
        .map(one -> row(one, again))
        .filter(row -> (int) row.get("again") > 0)
        .sorted(
            Comparator.comparing((Map<String, Object> row) -> -(int) row.get("again"))
                .thenComparing(row -> -(int) row.get("matters"))
                .thenComparing(row -> (String) row.get("class_id")))
        .toList();
  }

  private static Found found(Place place, Map<String, ClassCase> byId) {
    return new Found(
        "place",
        place.centre().category(),
        "",
        List.of(),
        Optional.of(place.centre()),
        place.matters().stream().map(one -> byId.get(one.id())).toList());
  }

  private List<Found> themes(List<ClassCase> cases, Map<String, ClassCase> byId) {
    ClassMethod.Themes limits = method.themes();
    Themes themes =
        new Themes(
            cases.stream().map(ClassCase::text).toList(),
            new Themes.Limits(
                limits.fewestTexts(), limits.mostThemes(), limits.mostShare(), limits.leastLift()));
    List<Found> found = new ArrayList<>();
    for (Theme theme : themes.all()) {
      List<ClassCase> own = theme.ids().stream().map(byId::get).toList();
      if (places(own) >= limits.fewestPlaces()) {
        found.add(
            new Found(
                "theme", theme.category(), theme.word(), theme.others(), Optional.empty(), own));
      }
    }
    return found;
  }

  private Map<String, Object> row(Found found, Set<String> again) {
    List<ClassCase> latest =
        found.cases().stream()
            .sorted(Comparator.comparing(ClassCase::at).thenComparing(ClassCase::id).reversed())
            .toList();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", found.kind());
    row.put("category", found.category());
    row.put("word", found.word());
    row.put("others", found.others());
    row.put("grid", grid(found));
    row.put("longitude", found.centre().map(Told::longitude).orElse(null));
    row.put("latitude", found.centre().map(Told::latitude).orElse(null));
    row.put("address", found.centre().map(Told::address).orElse(""));
    row.put("matters", latest.size());
    row.put("again", (int) latest.stream().filter(one -> again.contains(one.id())).count());
    row.put("places", places(latest));
    row.put("grids", (int) latest.stream().map(one -> one.place().grid()).distinct().count());
    row.put("by_week", byWeek(latest));
    row.put("evidence", latest.stream().limit(MOST_EVIDENCE).map(ClassCase::id).toList());
    Map<String, Object> before = goesOn(found);
    row.put("class_id", before.getOrDefault("class_id", id(found)));
    row.put("first_day", before.getOrDefault("first_day", today.toString()));
    row.put("last_day", today.toString());
    row.put("ended_day", null);
    row.put("method_version", method.version());
    return row;
  }

  private String id(Found found) {
    String key =
        found
            .centre()
            .map(centre -> "%.4f,%.4f".formatted(centre.longitude(), centre.latitude()))
            .orElse(found.word());
    return String.join("|", found.kind(), found.category(), key, today.toString());
  }

  /** The class that is not over and has the same word, or a middle close by. */
  private Map<String, Object> goesOn(Found found) {
    return standing.values().stream()
        .filter(
            row -> row.get("ended_day") == null || row.get("ended_day").equals(today.toString()))
        .filter(row -> row.get("kind").equals(found.kind()))
        .filter(row -> row.get("category").equals(found.category()))
        .filter(row -> row.get("word").equals(found.word()))
        .filter(row -> found.centre().map(centre -> isClose(row, centre)).orElse(true))
        .min(Comparator.comparing(row -> (String) row.get("class_id")))
        .orElse(Map.of());
  }

  private boolean isClose(Map<String, Object> row, Told centre) {
    Told before =
        new Told(
            "",
            Told.Kind.CASE,
            "",
            centre.category(),
            centre.at(),
            Optional.empty(),
            ((Number) row.get("longitude")).doubleValue(),
            ((Number) row.get("latitude")).doubleValue(),
            "");
    return before.metresTo(centre) <= method.metres();
  }

  private Map<String, Object> ended(Map<String, Object> before) {
    Map<String, Object> row = new LinkedHashMap<>(before);
    if (row.get("ended_day") == null) {
      row.put("ended_day", today.toString());
    }
    return row;
  }

  /** Of a theme the grid with most of it. */
  private static String grid(Found found) {
    Map<String, Long> grids =
        found.cases().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.place().grid(), TreeMap::new, Collectors.counting()));
    return found
        .centre()
        .map(Told::grid)
        .orElseGet(
            () ->
                grids.entrySet().stream()
                    .min(
                        Comparator.comparing((Map.Entry<String, Long> one) -> -one.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .orElseThrow()
                    .getKey());
  }

  /** Addresses, and where none is told, grids. */
  private static int places(List<ClassCase> cases) {
    return (int)
        cases.stream()
            .map(
                one -> one.place().address().isEmpty() ? one.place().grid() : one.place().address())
            .distinct()
            .count();
  }

  private List<Integer> byWeek(List<ClassCase> cases) {
    int[] weeks = new int[method.weeks()];
    LocalDate from = today.plusDays(1).minusWeeks(method.weeks());
    cases.forEach(one -> weeks[(int) ChronoUnit.DAYS.between(from, day(one)) / DAYS_OF_WEEK]++);
    return Arrays.stream(weeks).boxed().toList();
  }

  private LocalDate day(ClassCase one) {
    return one.at().atZone(zone).toLocalDate();
  }
}

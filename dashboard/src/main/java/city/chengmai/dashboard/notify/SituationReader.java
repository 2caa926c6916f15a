package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.notify.Situation.Episode;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.NotifyQueries;
import city.chengmai.dashboard.query.NotifyQueries.FindingTimeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the alerts that the policy looks at. Blocking. */
final class SituationReader {

  private static final List<String> WORST_FIRST = List.of("alarm", "warning", "notice");

  private final NotifyQueries queries;

  SituationReader(NotifyQueries queries) {
    this.queries = queries;
  }

  /**
   * Alerts with a finding raised since a moment, and those that were told or are to be and have not
   * ended long ago.
   *
   * @param kept ends before this moment are of no interest
   */
  List<Situation> read(CityModel city, Instant now, Instant since, Instant kept) {
    Map<String, List<FindingTimeRow>> byAlert = new LinkedHashMap<>();
    queries
        .findings(now, since, kept)
        .forEach(row -> byAlert.computeIfAbsent(row.told(), key -> new ArrayList<>()).add(row));
    return byAlert.values().stream().map(rows -> situation(city, rows)).toList();
  }

  static Situation situation(CityModel city, List<FindingTimeRow> rows) {
    FindingTimeRow first = rows.get(0);
    List<FindingTimeRow> standing = rows.stream().filter(row -> row.endedAt() == null).toList();
    List<FindingTimeRow> counted = standing.isEmpty() ? rows : standing;
    Set<String> areas = new HashSet<>();
    rows.forEach(
        row -> {
          addWithParents(city, row.areaId(), areas);
          row.areas().forEach(area -> addWithParents(city, area, areas));
        });
    String severity =
        WORST_FIRST.stream()
            .filter(level -> counted.stream().anyMatch(row -> row.severity().equals(level)))
            .findFirst()
            .orElse("notice");
    List<Episode> episodes = episodes(rows);
    return new Situation(
        first.told(),
        first.alertKey(),
        first.rule(),
        severity,
        areas,
        Standing.of(first.standing()).orElse(Standing.NEW),
        counted.stream().noneMatch(row -> row.pausedBy().isEmpty()),
        episodes,
        worseSince(rows, severity, episodes.get(episodes.size() - 1).start()));
  }

  // What people had resolved before the latest finding ended for them then.
  private static List<Episode> episodes(List<FindingTimeRow> rows) {
    Instant resolved = rows.get(0).resolvedAt();
    boolean again =
        resolved != null && rows.stream().anyMatch(row -> row.raisedAt().isAfter(resolved));
    return Episodes.join(
        rows.stream()
            .map(row -> new Episode(row.raisedAt(), Optional.ofNullable(row.endedAt())))
            .map(one -> again && !one.start().isAfter(resolved) ? one.endedBy(resolved) : one)
            .toList());
  }

  private static Instant worseSince(List<FindingTimeRow> rows, String severity, Instant start) {
    return rows.stream()
        .filter(row -> row.severity().equals(severity) && !row.raisedAt().isBefore(start))
        .map(FindingTimeRow::raisedAt)
        .min(Comparator.naturalOrder())
        .orElse(start);
  }

  private static void addWithParents(CityModel city, String id, Set<String> areas) {
    String at = id;
    while (!at.isEmpty() && areas.add(at)) {
      at = city.area(at).map(AreaRow::parentId).orElse("");
    }
  }
}

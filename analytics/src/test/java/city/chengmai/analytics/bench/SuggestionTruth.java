package city.chengmai.analytics.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.source.demo.DemoOptions;
import city.chengmai.datasets.source.demo.Incident;
import city.chengmai.datasets.source.demo.IncidentKind;
import city.chengmai.datasets.source.demo.Planted;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds suggested measures against what was hidden in a demo city.
 *
 * <p>An extra patrol is right when, on the day it was told first, at least half of what its grid
 * had more than usual in its hours was hidden: cases of incidents, or of what models are to find. A
 * class fix and a hand-over are about hits, each of which is judged as one of the model that was
 * told on the day of the measure and no earlier. Visits and thresholds are not judged: what makes
 * them right is told openly, or by verdicts that nobody gives there.
 */
final class SuggestionTruth {

  /** Kinds of measures that the city holds a truth for. */
  static final List<String> KINDS = List.of("extra-patrol", "class-fix", "hand-over");

  private static final String PATROL = "extra-patrol";
  private static final String CLASS_FIX = "class-fix";
  private static final Set<String> CLASSES =
      Set.of("repeat-place", "charging-hazard", "nobodys-place");

  private static final Set<String> MODELS =
      EmpowermentModels.bundled().models().stream()
          .map(EmpowermentModel::id)
          .collect(Collectors.toSet());

  /** Incidents that keep to hours of the day, so that a patrol can be sent for them. */
  private static final Set<IncidentKind> WITH_HOURS =
      Set.of(IncidentKind.NIGHT_NOISE, IncidentKind.PARKING_SURGE, IncidentKind.VENDING_SURGE);

  private static final int WINDOW_DAYS = 28;
  private static final int HOURS = 3;
  private static final String CASES =
      "SELECT case_id, toString(grid) AS grid, toString(category) AS category,"
          + " formatDateTime(toTimeZone(reported_at, {zone:String}), '%Y-%m-%dT%H:%i:%S') AS at"
          + " FROM cases FINAL WHERE isNull(cancelled_at)";

  private final ModelTruth models;
  private final List<Incident> incidents;
  private final Map<String, Matter> cases;
  private final Set<String> hidden = new TreeSet<>();
  private final Map<String, Set<String>> casesOf = new HashMap<>();
  private final List<Measure> patrols = new ArrayList<>();
  private final Map<String, Map<String, ModelTruth.Hit>> told = new HashMap<>();

  /** A case, by the city's clock. */
  record Matter(String grid, String category, LocalDateTime at) {}

  /**
   * A measure as it stood on a day.
   *
   * @param subject hour that it begins at, of an extra patrol
   * @param category of the cases that it is about; empty for all
   * @param expected change of a count in 28 days
   */
  record Measure(
      String id,
      String kind,
      String area,
      String subject,
      String category,
      double expected,
      List<String> evidence,
      LocalDate day) {

    static Measure of(ObjectNode row, LocalDate day) {
      List<String> evidence = new ArrayList<>();
      row.get("evidence").forEach(id -> evidence.add(id.asText()));
      return new Measure(
          row.get("measure_id").asText(),
          row.get("kind").asText(),
          row.get("area_id").asText(),
          row.get("subject").asText(),
          row.get("details").path("category").asText(""),
          row.get("expected").asDouble(),
          evidence,
          day);
    }
  }

  SuggestionTruth(ModelTruth models, List<Incident> incidents, Map<String, Matter> cases) {
    this.models = models;
    this.incidents = List.copyOf(incidents);
    this.cases = Map.copyOf(cases);
    for (Incident incident : incidents) {
      Set<String> added =
          cases.entrySet().stream()
              .filter(one -> isOf(one.getValue(), incident))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      casesOf.put(incident.id(), added);
      hidden.addAll(added);
    }
    models.planted().stream()
        .filter(Planted::real)
        .map(Planted::rows)
        .flatMap(Collection::stream)
        .forEach(hidden::add);
  }

  /** The truth of a city whose cases are in the tables. */
  static SuggestionTruth of(ClickHouseClient client, ModelTruth models, List<Incident> incidents) {
    Map<String, Matter> cases = new HashMap<>();
    String zone = DemoOptions.ZONE.getId();
    for (ObjectNode row : client.rows(ClickHouseQuery.of(CASES).with("zone", zone))) {
      cases.put(
          row.get("case_id").asText(),
          new Matter(
              row.get("grid").asText(),
              row.get("category").asText(),
              LocalDateTime.parse(row.get("at").asText())));
    }
    return new SuggestionTruth(models, incidents, cases);
  }

  /** The usual ones of its category are not told apart from those that it added. */
  private static boolean isOf(Matter matter, Incident incident) {
    LocalDate day = matter.at().toLocalDate();
    return matter.category().equals(incident.category())
        && incident.grids().contains(matter.grid())
        && !day.isBefore(incident.from())
        && day.isBefore(incident.to());
  }

  /** Takes a measure that stood on a day; in order of the days. */
  void take(Measure measure) {
    if (measure.kind().equals(PATROL)) {
      patrols.add(measure);
    } else if (KINDS.contains(measure.kind())) {
      Map<String, ModelTruth.Hit> hits =
          told.computeIfAbsent(measure.kind(), kind -> new LinkedHashMap<>());
      Set<String> about = Set.copyOf(measure.evidence());
      models.hits().stream()
          .filter(hit -> about.contains(hit.id()))
          .forEach(hit -> hits.putIfAbsent(hit.id(), hit.toldOn(measure.day())));
    }
  }

  /** Measures, or the hits that they are about, and whether they are right. */
  Map<String, Boolean> suggested(String kind) {
    Map<String, Boolean> right = new LinkedHashMap<>();
    if (kind.equals(PATROL)) {
      patrols.forEach(
          patrol -> right.computeIfAbsent(patrol.id(), first -> restsOn(patrol, hidden)));
    } else {
      hits(kind).forEach(hit -> right.put(hit.id(), models.isTrue(hit)));
    }
    return right;
  }

  /** What was hidden that the kind is about, and whether a measure was suggested in time. */
  Map<String, Boolean> planted(String kind) {
    Map<String, Boolean> found = new LinkedHashMap<>();
    if (kind.equals(PATROL)) {
      incidents.stream()
          .filter(incident -> WITH_HOURS.contains(incident.kind()))
          .forEach(
              incident ->
                  found.put(
                      incident.id(),
                      patrols.stream()
                          .anyMatch(patrol -> restsOn(patrol, casesOf.get(incident.id())))));
    } else {
      models.planted().stream()
          .filter(one -> one.real() && isFor(kind, one))
          .forEach(
              one -> found.put(one.id(), hits(kind).stream().anyMatch(hit -> isAbout(hit, one))));
    }
    return found;
  }

  /** Places of complaints are hidden for a list of their own, which is no model. */
  private static boolean isFor(String kind, Planted one) {
    return kind.equals(CLASS_FIX) ? CLASSES.contains(one.model()) : MODELS.contains(one.model());
  }

  private static boolean isAbout(ModelTruth.Hit hit, Planted one) {
    return hit.model().equals(one.model()) && ModelTruth.belongs(hit, one);
  }

  private Collection<ModelTruth.Hit> hits(String kind) {
    return told.getOrDefault(kind, Map.of()).values();
  }

  /** Whether half of what there is more than usual, or more, is among these cases. */
  private boolean restsOn(Measure patrol, Set<String> among) {
    long count =
        among.stream().filter(cases::containsKey).filter(id -> isIn(patrol, cases.get(id))).count();
    return count > 0 && 2 * count >= -patrol.expected();
  }

  /** Its grid, category and hours, and the days that it looks at. */
  private static boolean isIn(Measure patrol, Matter matter) {
    LocalDate day = matter.at().toLocalDate();
    return matter.grid().equals(patrol.area())
        && (patrol.category().isEmpty() || patrol.category().equals(matter.category()))
        && matter.at().getHour() / HOURS * HOURS == Integer.parseInt(patrol.subject())
        && !day.isAfter(patrol.day())
        && day.isAfter(patrol.day().minusDays(WINDOW_DAYS));
  }
}

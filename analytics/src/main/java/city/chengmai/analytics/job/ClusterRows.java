package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.ClusterGroups;
import city.chengmai.analytics.model.alert.FoundCluster;
import city.chengmai.datasets.rule.AlertRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes clusters down as alerts and puts them into groups: of the cluster that they continue, else
 * of the unusual volume (A02) that they are the place of, else their own.
 */
final class ClusterRows {

  private static final String CELLS = "cells";
  private static final String VOLUMES = "A02";
  private static final int MOST_EVIDENCE = 50;
  private static final double LN_10 = Math.log(10);

  private final RunContext run;
  private final AlertRule rule;
  private final RuleByArea holding;
  private final DaySpan days;
  private final ClusterGroups groups;
  private final Map<List<Object>, TreeMap<String, String>> volumes = new HashMap<>();

  ClusterRows(RunContext run, AlertRule rule, RuleByArea holding, DaySpan days) {
    this.run = run;
    this.rule = rule;
    this.holding = holding;
    this.days = days;
    this.groups = new ClusterGroups((int) Math.round(rule.parameter("quiet-days")));
  }

  /** The rows of clusters in order of their days. */
  List<AlertRow> of(List<FoundCluster> found) {
    readEarlier();
    readVolumes();
    Set<String> ids = found.stream().map(this::id).collect(Collectors.toSet());
    List<AlertRow> rows = new ArrayList<>();
    for (FoundCluster cluster : found) {
      AlertRow row = row(cluster);
      String group = group(cluster, row.id(), ids);
      groups.add(
          new ClusterGroups.Known(
              cluster.category(), LocalDate.ofEpochDay(cluster.day()), places(cluster), group));
      rows.add(row.with("group_id", group));
    }
    return rows;
  }

  private void readEarlier() {
    long back = Math.round(rule.parameter("quiet-days")) + 1;
    DaySpan before = new DaySpan(days.from().minusDays(back), days.from());
    AlertBook.standing(run, rule.id(), before).rows().forEach(row -> groups.add(known(row)));
    AlertBook.standing(run, rule.id(), days)
        .rows()
        .forEach(row -> groups.before(row.id(), known(row)));
  }

  private ClusterGroups.Known known(AlertRow row) {
    Set<String> places = new HashSet<>();
    if (row.columns().get("areas") instanceof List<?> areas) {
      areas.forEach(area -> places.add((String) area));
    }
    places.addAll(List.of(row.detail(CELLS).split(" ", -1)));
    return new ClusterGroups.Known(
        row.text("category"), lastDay(row), places, row.text("group_id"));
  }

  private void readVolumes() {
    for (AlertRow row : AlertBook.standing(run, VOLUMES, days).rows()) {
      volumes
          .computeIfAbsent(List.of(row.text("category"), lastDay(row)), key -> new TreeMap<>())
          .putIfAbsent(row.text("area_id"), row.text("group_id"));
    }
  }

  private LocalDate lastDay(AlertRow row) {
    return row.periodEnd().minusMillis(1).atZone(run.city().zone()).toLocalDate();
  }

  private String group(FoundCluster cluster, String own, Set<String> ids) {
    LocalDate day = LocalDate.ofEpochDay(cluster.day());
    return groups
        .continued(cluster.category(), day, places(cluster))
        .or(() -> volume(cluster, day))
        .or(() -> groups.had(own, ids::contains, cluster.category(), day, places(cluster)))
        .orElse(own);
  }

  private Optional<String> volume(FoundCluster cluster, LocalDate day) {
    Map<String, String> found =
        volumes.getOrDefault(List.of(cluster.category(), day), new TreeMap<>());
    String root = run.city().areas().root().id();
    if (found.containsKey(root)) {
      return Optional.of(found.get(root));
    }
    return cluster.grids().stream().filter(found::containsKey).findFirst().map(found::get);
  }

  private static Set<String> places(FoundCluster cluster) {
    Set<String> places = new HashSet<>(cluster.cells());
    places.addAll(cluster.grids());
    return places;
  }

  private String id(FoundCluster cluster) {
    LocalDate day = LocalDate.ofEpochDay(cluster.day());
    return String.join("|", rule.id(), cluster.cells().get(0), cluster.category(), day.toString());
  }

  private AlertRow row(FoundCluster cluster) {
    CityFrame city = run.city();
    LocalDate day = LocalDate.ofEpochDay(cluster.day());
    Instant end = city.startOf(day.plusDays(1));
    String area = area(run, cluster);
    AlertRule version = holding.on(area, day);
    AlertRow row =
        AlertRow.of(
            version,
            new AlertRow.Subject(
                id(cluster),
                area,
                cluster.category(),
                city.startOf(LocalDate.ofEpochDay(cluster.firstDay())),
                end),
            cluster.cases().size() >= version.parameter("alarm-cases") ? "alarm" : "warning",
            figures(cluster),
            new AlertRow.Evidence(
                cluster.cases().stream().limit(MOST_EVIDENCE).toList(), cluster.cases().size()),
            run.stamp());
    return row.with("raised_at", Stamp.text(end.isBefore(city.now()) ? end : city.now()))
        .with("areas", cluster.grids().stream().sorted().toList())
        .with("longitude", cluster.longitude())
        .with("latitude", cluster.latitude())
        .with("radius", cluster.radius())
        .withDetails(details(cluster));
  }

  /** The grid with most of its cases, the whole city when it lies in none. */
  static String area(RunContext run, FoundCluster cluster) {
    return cluster.grids().stream().findFirst().orElse(run.city().areas().root().id());
  }

  private static Map<String, Object> figures(FoundCluster cluster) {
    Map<String, Object> figures = new HashMap<>();
    figures.put("observed", cluster.cases().size());
    figures.put("expected", cluster.expected());
    figures.put("lower", null);
    figures.put("upper", null);
    figures.put("log10_p", Math.log(cluster.p()) / LN_10);
    return figures;
  }

  private static Map<String, String> details(FoundCluster cluster) {
    return Map.of(
        CELLS,
        String.join(" ", cluster.cells()),
        "days",
        String.valueOf(cluster.day() - cluster.firstDay() + 1),
        "places",
        String.valueOf(cluster.cells().size()),
        "radius-metres",
        String.format(Locale.ROOT, "%.0f", cluster.radius()),
        "llr",
        String.format(Locale.ROOT, "%.3f", cluster.score()),
        "recurrence-days",
        String.format(Locale.ROOT, "%.0f", cluster.recurrenceDays()));
  }
}

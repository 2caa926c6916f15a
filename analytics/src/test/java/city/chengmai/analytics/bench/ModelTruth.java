package city.chengmai.analytics.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.source.demo.DemoOptions;
import city.chengmai.datasets.source.demo.DemoTruth;
import city.chengmai.datasets.source.demo.Incident;
import city.chengmai.datasets.source.demo.IncidentKind;
import city.chengmai.datasets.source.demo.Planted;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the hits of computing models against what was planted in a demo city. A hit belongs to what
 * was planted when it is about its target, or rests on one of its rows, and was found between its
 * first day and some weeks after its last. Work at night belongs to the incident of the site, night
 * by night.
 */
final class ModelTruth {

  private static final int LATE_DAYS = 62;
  private static final String LOUD = "loud-work";

  private final List<Planted> planted;
  private final List<Hit> hits;

  /** A stored hit. */
  record Hit(
      String id,
      String model,
      String subject,
      List<String> evidence,
      LocalDate first,
      LocalDate last) {

    /** The same, told of on a day and no earlier. */
    Hit toldOn(LocalDate day) {
      return new Hit(id, model, subject, evidence, day, last.isBefore(day) ? day : last);
    }
  }

  ModelTruth(List<Planted> planted, List<Hit> hits) {
    this.planted = List.copyOf(planted);
    this.hits = List.copyOf(hits);
  }

  static ModelTruth of(ClickHouseClient client, DemoOptions options, int days) {
    List<Planted> planted = new ArrayList<>(DemoTruth.planted(options, days));
    DemoTruth.of(options, days).stream()
        .filter(incident -> incident.kind() == IncidentKind.NIGHT_NOISE)
        .forEach(incident -> planted.addAll(nights(incident)));
    List<Hit> hits = new ArrayList<>();
    for (ObjectNode row : client.rows("SELECT * FROM empowerment_hits FINAL ORDER BY hit_id")) {
      List<String> evidence = new ArrayList<>();
      row.get("evidence").forEach(id -> evidence.add(id.asText()));
      hits.add(
          new Hit(
              row.get("hit_id").asText(),
              row.get("model_id").asText(),
              row.get("subject").asText(),
              evidence,
              LocalDate.parse(row.get("first_day").asText()),
              LocalDate.parse(row.get("last_day").asText())));
    }
    return new ModelTruth(planted, hits);
  }

  private static List<Planted> nights(Incident incident) {
    return incident
        .from()
        .datesUntil(incident.to())
        .map(
            night ->
                new Planted(
                    incident.id() + " " + night,
                    LOUD,
                    incident.target(),
                    List.of(),
                    true,
                    night,
                    night.plusDays(1)))
        .toList();
  }

  List<Hit> hits() {
    return hits;
  }

  List<Planted> planted() {
    return planted;
  }

  List<Hit> hits(String model) {
    return hits.stream().filter(hit -> hit.model().equals(model)).toList();
  }

  List<Planted> reals(String model) {
    return planted.stream().filter(one -> one.model().equals(model) && one.real()).toList();
  }

  boolean isTrue(Hit hit) {
    // E-bikes charged at one place for weeks are a place where the same comes back, too.
    boolean hazard =
        hit.model().equals("repeat-place")
            && reals("charging-hazard").stream().anyMatch(one -> belongs(hit, one));
    return hazard || reals(hit.model()).stream().anyMatch(one -> belongs(hit, one));
  }

  boolean isFound(Planted one) {
    return hits(one.model()).stream().anyMatch(hit -> belongs(hit, one));
  }

  static boolean belongs(Hit hit, Planted one) {
    int late =
        switch (one.model()) {
          case LOUD, "silent-elder" -> 1;
          // Not on the day that it is cleared.
          case "clogged-rain" -> -1;
          default -> LATE_DAYS;
        };
    boolean inTime =
        !hit.last().isBefore(one.from()) && !hit.first().isAfter(one.to().plusDays(late));
    boolean night = !one.model().equals(LOUD) || hit.id().contains("|" + one.from() + "|");
    boolean about =
        hit.subject().equals(one.target())
            || hit.evidence().stream().anyMatch(one.rows()::contains);
    return inTime && night && about;
  }
}

package city.chengmai.analytics.bench;

import city.chengmai.datasets.source.demo.Incident;
import city.chengmai.datasets.source.demo.IncidentKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds findings against what was hidden in the demo city. A finding belongs to an incident when it
 * is about its category, or its device, or its kind, and about one of its grids, or the whole city
 * where it shows in several. It is in time when it comes from the incident's first day until the
 * day after its last.
 */
final class TruthCheck {

  private final List<Incident> truth;
  private final String root;

  /**
   * A finding of any rule.
   *
   * @param rule id
   * @param group what people see as one alert
   * @param category empty when it has none
   * @param subject device, empty when none
   * @param areas that it is about
   * @param first first day that it is about
   * @param last last day that it is about: the day it is told
   */
  record Found(
      String rule,
      String group,
      String category,
      String subject,
      Set<String> areas,
      LocalDate first,
      LocalDate last) {}

  TruthCheck(List<Incident> truth, String root) {
    this.truth = List.copyOf(truth);
    this.root = root;
  }

  List<Incident> truth() {
    return truth;
  }

  /** Day of the first finding in time; empty when the incident was missed. */
  Optional<LocalDate> foundOn(Incident incident, List<Found> findings) {
    return findings.stream()
        .filter(found -> isAbout(found, incident))
        .map(Found::last)
        .filter(day -> !day.isBefore(incident.from()) && !day.isAfter(incident.to()))
        .min(Comparator.naturalOrder());
  }

  /** Groups none of whose findings is about any incident during it or on the day after. */
  List<Found> falseAlerts(List<Found> findings) {
    Set<String> right = new HashSet<>();
    for (Found found : findings) {
      if (truth.stream().anyMatch(incident -> explains(incident, found))) {
        right.add(found.group());
      }
    }
    Set<String> told = new HashSet<>();
    List<Found> wrong = new ArrayList<>();
    findings.stream()
        .sorted(Comparator.comparing(Found::last))
        .filter(found -> !right.contains(found.group()) && told.add(found.group()))
        .forEach(wrong::add);
    return wrong;
  }

  /** A week or a window may have begun before, or be told after. */
  private boolean explains(Incident incident, Found found) {
    return isAbout(found, incident)
        && !found.first().isAfter(incident.to())
        && !found.last().isBefore(incident.from());
  }

  private boolean isAbout(Found found, Incident incident) {
    boolean place =
        found.areas().stream().anyMatch(incident.grids()::contains)
            || (incident.grids().size() > 1 && found.areas().contains(root));
    return switch (found.rule()) {
      case "A02", "A03-scan" -> place && found.category().equals(incident.category());
      case "A16" -> incident.kind() == IncidentKind.NIGHT_NOISE && device(incident, found);
      case "A17" -> place && incident.kind() == IncidentKind.HANDLING_COLLAPSE;
      case "A18" -> place && incident.kind() == IncidentKind.PATROL_GAP;
      default -> incident.kind() == IncidentKind.SILENT_DEVICE && device(incident, found);
    };
  }

  /** The meter of a site has the site's number. */
  private static boolean device(Incident incident, Found found) {
    return found.subject().equals(incident.target())
        || found.subject().equals(incident.target().replace("site", "noise-meter"));
  }
}

package city.chengmai.analytics.job.empowerment;

import city.chengmai.datasets.empowerment.ModelFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hits of one model brought up to date with what was found on days, in order of the days. A hit
 * is never taken back: people may have gone there already.
 */
public final class HitBook {

  private static final String PLACE = "place";

  private final String model;
  private final int quietDays;
  private final Map<String, List<Hit>> hits = new LinkedHashMap<>();
  private final Map<String, Hit> before = new LinkedHashMap<>();

  /** The hits as they stand. */
  public HitBook(String model, int quietDays, List<Hit> standing) {
    this.model = model;
    this.quietDays = quietDays;
    for (Hit hit : standing) {
      before.put(hit.id(), hit);
      hits.computeIfAbsent(hit.finding().key(), key -> new ArrayList<>()).add(hit);
    }
  }

  /** What was found on a day. */
  public void found(LocalDate day, List<ModelFinding> findings) {
    Set<String> keys = findings.stream().map(ModelFinding::key).collect(Collectors.toSet());
    for (ModelFinding told : findings) {
      ModelFinding finding = told.knownBy(key(day, told, keys));
      keys.add(finding.key());
      List<Hit> same = hits.computeIfAbsent(finding.key(), key -> new ArrayList<>());
      Optional<Hit> goesOn = same.stream().filter(hit -> hit.goesOnAt(day, quietDays)).findFirst();
      if (goesOn.isPresent()) {
        same.set(same.indexOf(goesOn.get()), goesOn.get().foundOn(day, finding));
      } else {
        same.add(Hit.of(model, day, finding));
      }
    }
  }

  /** A place whose first case has left the window is known by another one, and the same place. */
  private String key(LocalDate day, ModelFinding finding, Set<String> taken) {
    if (!finding.subjectKind().equals(PLACE) || goesOn(day, finding.key())) {
      return finding.key();
    }
    return hits.entrySet().stream()
        .filter(known -> !taken.contains(known.getKey()))
        .filter(known -> known.getValue().stream().anyMatch(hit -> isAbout(hit, day, finding)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(finding.key());
  }

  private boolean goesOn(LocalDate day, String key) {
    return hits.getOrDefault(key, List.of()).stream().anyMatch(hit -> hit.goesOnAt(day, quietDays));
  }

  private boolean isAbout(Hit hit, LocalDate day, ModelFinding finding) {
    return hit.finding().subjectKind().equals(PLACE)
        && hit.goesOnAt(day, quietDays)
        && !Collections.disjoint(hit.finding().evidence(), finding.evidence());
  }

  /** The hits that differ from what stood, as of the last day that was asked about. */
  public List<Hit> changed(LocalDate lastDay) {
    return hits.values().stream()
        .flatMap(List::stream)
        .map(hit -> hit.asOf(lastDay, quietDays))
        .filter(hit -> !hit.equals(before.get(hit.id())))
        .toList();
  }
}

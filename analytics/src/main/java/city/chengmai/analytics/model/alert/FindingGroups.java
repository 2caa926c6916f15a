package city.chengmai.analytics.model.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts findings that belong together into one group (归并), day by day. A finding continues the last
 * one of its subject when no more than the quiet days lie between them:
 *
 * <pre>
 *   days      1 2 3 4 5 6 7 8 9       quiet days 2
 *   finding   a a . . a . . . a       the one of day 5 continues, that of day 9 is new
 * </pre>
 *
 * <p>On a day on which the whole is found too (the city, of which the subjects are grids), all
 * findings of its category belong to the whole's group. The group of a day rests on findings up to
 * that day, so that later days change none and a run may begin anywhere. A group is named by its
 * first subject, category and day, whether it was an hour or a week that began it. Not safe for
 * several threads.
 */
public final class FindingGroups {

  private static final String SEPARATOR = "|";

  private final String rule;
  private final String whole;
  private final int quietDays;
  private final Map<List<String>, Chain> chains = new HashMap<>();
  private final List<Finding> standing = new ArrayList<>();
  private final Map<String, String> fixed = new HashMap<>();

  /** The latest group of a subject and the last day that it is about. */
  private record Chain(String group, LocalDate last) {

    LocalDate since() {
      return LocalDate.parse(group.substring(group.lastIndexOf(SEPARATOR) + 1));
    }
  }

  /**
   * Nothing found yet.
   *
   * @param rule first part of the names of groups
   * @param whole the subject that contains all others; empty when there is none
   * @param quietDays most days without a finding within a group
   */
  public FindingGroups(String rule, String whole, int quietDays) {
    this.rule = rule;
    this.whole = whole;
    this.quietDays = quietDays;
  }

  /** Takes over what an earlier run found and this one does not judge, with its group. */
  public FindingGroups known(Finding finding, String group) {
    standing.add(finding);
    fixed.put(finding.id(), group);
    return this;
  }

  /** The group of each finding by its id. */
  public Map<String, String> of(List<Finding> findings) {
    Map<String, String> groups = new HashMap<>();
    NavigableMap<LocalDate, Map<String, List<Finding>>> days =
        Stream.concat(standing.stream(), findings.stream())
            .collect(
                Collectors.groupingBy(
                    Finding::last, TreeMap::new, Collectors.groupingBy(Finding::category)));
    days.values().forEach(day -> day.values().forEach(category -> groups.putAll(ofDay(category))));
    groups.keySet().removeAll(fixed.keySet());
    return groups;
  }

  /** The groups of the findings of one category that end on one day. */
  private Map<String, String> ofDay(List<Finding> today) {
    boolean contained = today.stream().anyMatch(finding -> finding.subject().equals(whole));
    Map<String, List<Finding>> bySubject =
        today.stream()
            .collect(Collectors.groupingBy(Finding::subject, TreeMap::new, Collectors.toList()));
    Optional<String> common = contained ? Optional.of(common(bySubject)) : Optional.empty();
    Map<String, String> groups = new HashMap<>();
    bySubject.forEach(
        (subject, findings) -> {
          String group =
              common.orElseGet(
                  () ->
                      fixed(findings)
                          .or(() -> active(findings).map(Chain::group))
                          .orElseGet(() -> name(findings)));
          findings.forEach(finding -> groups.put(finding.id(), group));
          Finding any = findings.get(0);
          chains.put(key(subject, any.category()), new Chain(group, any.last()));
        });
    return groups;
  }

  /** The whole's own group goes on; else that which any of its parts has had for longest. */
  private String common(Map<String, List<Finding>> bySubject) {
    Optional<String> own =
        fixed(bySubject.values().stream().flatMap(List::stream).toList())
            .or(() -> active(bySubject.get(whole)).map(Chain::group));
    if (own.isPresent()) {
      return own.get();
    }
    List<Chain> parts = new ArrayList<>();
    bySubject.values().forEach(findings -> active(findings).ifPresent(parts::add));
    return parts.stream()
        .min(Comparator.comparing(Chain::since).thenComparing(Chain::group))
        .map(Chain::group)
        .orElseGet(() -> name(bySubject.get(whole)));
  }

  /** The group that one of these findings was given by an earlier run. */
  private Optional<String> fixed(List<Finding> findings) {
    return findings.stream().map(Finding::id).map(fixed::get).filter(Objects::nonNull).findFirst();
  }

  /** The group that findings of one subject and day continue. */
  private Optional<Chain> active(List<Finding> findings) {
    Finding any = findings.get(0);
    LocalDate first =
        findings.stream().map(Finding::first).min(LocalDate::compareTo).orElse(any.first());
    return Optional.ofNullable(chains.get(key(any.subject(), any.category())))
        .filter(chain -> !first.isAfter(chain.last().plusDays(quietDays + 1L)));
  }

  private String name(List<Finding> findings) {
    Finding any = findings.get(0);
    return String.join(SEPARATOR, rule, any.subject(), any.category(), any.last().toString());
  }

  private static List<String> key(String subject, String category) {
    return List.of(subject, category);
  }
}

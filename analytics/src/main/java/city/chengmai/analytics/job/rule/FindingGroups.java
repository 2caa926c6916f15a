package city.chengmai.analytics.job.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which findings are one alert for people: one that continues another belongs to the group of that,
 * also when that one was found by an earlier run. A group is called by the id of its first finding.
 */
public final class FindingGroups {

  private final String rule;
  private final Map<String, String> before = new HashMap<>();
  private final Map<String, String> stored;

  /**
   * The groups of findings.
   *
   * @param rule id of their rule
   * @param found findings of this run
   * @param stored group ids of earlier findings, by alert id
   */
  public FindingGroups(String rule, List<Finding> found, Map<String, String> stored) {
    this.rule = rule;
    this.stored = stored;
    for (Finding finding : found) {
      before.put(id(finding.key()), finding.continues().isEmpty() ? "" : id(finding.continues()));
    }
  }

  /** The alert id of a finding. */
  public String id(String key) {
    return rule + "|" + key;
  }

  /** The group of a finding. */
  public String of(Finding finding) {
    String id = id(finding.key());
    Set<String> seen = new HashSet<>();
    while (seen.add(id)) {
      String earlier = before.getOrDefault(id, "");
      if (earlier.isEmpty()) {
        return id;
      }
      if (!before.containsKey(earlier)) {
        return stored.getOrDefault(earlier, id);
      }
      id = earlier;
    }
    return id;
  }
}

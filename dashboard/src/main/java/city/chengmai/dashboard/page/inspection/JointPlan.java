package city.chengmai.dashboard.page.inspection;

import city.chengmai.dashboard.query.InspectionQueries.PlannedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which planned inspections of one enterprise could have been one visit: each joins the group
 * before it when it comes within the days of a window after the first of the group and brings a
 * department that the group has not; else it begins a group. An inspection that was not planned
 * followed a cause and could not have waited; it is in no group.
 */
final class JointPlan {

  /**
   * Inspections that could have been one.
   *
   * @param rows two at least, in order of time
   */
  record Group(List<PlannedRow> rows) {

    /** Visits that the enterprise would have been spared. */
    int spared() {
      return rows.size() - 1;
    }

    /** Departments of all, in order of their names. */
    List<String> departments() {
      return List.copyOf(union(rows));
    }
  }

  /**
   * An enterprise to be inspected by several departments at once next month.
   *
   * @param visits planned inspections in the time that was looked at
   * @param last when each department came last, by name
   */
  record Candidate(
      String enterpriseId, String name, String grid, int visits, Map<String, Instant> last) {}

  private JointPlan() {}

  /** Groups, those that would have spared most first, then the latest. */
  static List<Group> groups(List<PlannedRow> rows, Duration window) {
    List<Group> groups = new ArrayList<>();
    for (List<PlannedRow> one : byEnterprise(rows).values()) {
      List<PlannedRow> open = new ArrayList<>();
      for (PlannedRow row : one) {
        if (!open.isEmpty() && !joins(row, open, window)) {
          keep(open, groups);
          open = new ArrayList<>();
        }
        open.add(row);
      }
      keep(open, groups);
    }
    groups.sort(
        Comparator.comparingInt(Group::spared)
            .reversed()
            .thenComparing(group -> group.rows().get(0).at(), Comparator.reverseOrder()));
    return groups;
  }

  private static void keep(List<PlannedRow> open, List<Group> groups) {
    if (open.size() > 1) {
      groups.add(new Group(List.copyOf(open)));
    }
  }

  private static boolean joins(PlannedRow row, List<PlannedRow> open, Duration window) {
    boolean near = !row.at().isAfter(open.get(0).at().plus(window));
    return near && !union(open).containsAll(row.departments());
  }

  private static SortedSet<String> union(List<PlannedRow> rows) {
    SortedSet<String> departments = new TreeSet<>();
    rows.forEach(row -> departments.addAll(row.departments()));
    return departments;
  }

  /**
   * Enterprises that several departments came to with a plan, not all of them in the latest visit:
   * they will come again, and can agree on one day. Those with most visits first.
   */
  static List<Candidate> candidates(List<PlannedRow> rows) {
    return byEnterprise(rows).values().stream()
        .filter(JointPlan::apart)
        .map(JointPlan::candidate)
        .sorted(
            Comparator.comparingInt(Candidate::visits)
                .reversed()
                .thenComparing(one -> -one.last().size())
                .thenComparing(Candidate::enterpriseId))
        .toList();
  }

  private static boolean apart(List<PlannedRow> rows) {
    Set<String> all = union(rows);
    return all.size() > 1 && !rows.get(rows.size() - 1).departments().containsAll(all);
  }

  private static Candidate candidate(List<PlannedRow> rows) {
    Map<String, Instant> last = new TreeMap<>();
    rows.forEach(row -> row.departments().forEach(name -> last.put(name, row.at())));
    PlannedRow latest = rows.get(rows.size() - 1);
    return new Candidate(latest.enterpriseId(), latest.name(), latest.grid(), rows.size(), last);
  }

  private static Map<String, List<PlannedRow>> byEnterprise(List<PlannedRow> rows) {
    Map<String, List<PlannedRow>> enterprises = new LinkedHashMap<>();
    rows.forEach(
        row -> enterprises.computeIfAbsent(row.enterpriseId(), id -> new ArrayList<>()).add(row));
    return enterprises;
  }
}

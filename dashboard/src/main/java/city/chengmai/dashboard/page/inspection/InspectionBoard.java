package city.chengmai.dashboard.page.inspection;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.InspectionQueries.ContactRow;
import city.chengmai.dashboard.query.InspectionQueries.OffenderRow;
import city.chengmai.dashboard.query.InspectionQueries.PlannedRow;
import city.chengmai.dashboard.query.InspectionQueries.SumsRow;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of the page of inspections. A share stands beside both its counts. */
final class InspectionBoard {

  /** A share of a whole: percentage, or a word when there is no whole, and both counts. */
  public record Share(String text, String of) {}

  /** Inspections by kind. */
  public record Sums(
      String inspections,
      String enterprises,
      Share planned,
      Share combined,
      String saved,
      Share peak) {}

  /** An enterprise, with its page and grid. */
  public record Party(String id, String name, String gridId, String grid, boolean file) {}

  /** Inspections that could have been one. */
  public record Group(Party party, String visits, String days, String departments, String spared) {}

  /** What could have been one, of all planned. */
  public record Missed(String groups, String spared, Share share, List<Group> lines, String more) {}

  /** An enterprise for next month. */
  public record Candidate(Party party, String visits, String departments) {}

  /** An enterprise that is contacted too often. */
  public record Contact(Party party, String contacts, String visits, String inspections) {}

  /** A unit with several notices. */
  public record Offender(Party party, String notices, String interviews, Share late, String last) {}

  private static final int SHOWN = 30;

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  InspectionBoard(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  Sums sums(SumsRow row) {
    return new Sums(
        figures.count(row.inspections()),
        figures.count(row.enterprises()),
        share(row.plannedCount(), row.inspections()),
        share(row.combined(), row.inspections()),
        figures.count(row.saved()),
        share(row.atPeak(), row.peakTold()));
  }

  /**
   * What could have been one.
   *
   * @param planned planned inspections of enterprises in the time
   */
  Missed missed(List<JointPlan.Group> groups, long planned) {
    long spared = groups.stream().mapToLong(JointPlan.Group::spared).sum();
    return new Missed(
        figures.count(groups.size()),
        figures.count(spared),
        share(spared, planned),
        groups.stream().limit(SHOWN).map(this::group).toList(),
        more(groups.size()));
  }

  private Group group(JointPlan.Group group) {
    PlannedRow first = group.rows().get(0);
    return new Group(
        party(first.enterpriseId(), first.name(), first.grid(), true),
        figures.count(group.rows().size()),
        group.rows().stream()
            .map(row -> figures.moment(row.at()))
            .collect(Collectors.joining(messages.text("file.list-between"))),
        departments(group.departments()),
        figures.count(group.spared()));
  }

  List<Candidate> candidates(List<JointPlan.Candidate> candidates) {
    return candidates.stream()
        .limit(SHOWN)
        .map(
            one ->
                new Candidate(
                    party(one.enterpriseId(), one.name(), one.grid(), true),
                    figures.count(one.visits()),
                    one.last().entrySet().stream()
                        .map(
                            last ->
                                messages.text(
                                    "inspections.department-last",
                                    department(last.getKey()),
                                    figures.moment(last.getValue())))
                        .collect(Collectors.joining(messages.text("file.list-between")))))
        .toList();
  }

  List<Contact> contacts(List<ContactRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Contact(
                    party(row.enterpriseId(), row.name(), row.grid(), true),
                    figures.count(row.visits() + row.inspections()),
                    figures.count(row.visits()),
                    figures.count(row.inspections())))
        .toList();
  }

  List<Offender> offenders(List<OffenderRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Offender(
                    party(row.unitId(), row.name(), row.grid(), row.isEnterprise() == 1),
                    figures.count(row.notices()),
                    figures.count(row.interviews()),
                    share(row.late(), row.notices()),
                    figures.fullMoment(row.lastAt())))
        .toList();
  }

  /** How many are left out, in words; empty when none is. */
  String more(long total) {
    return total > SHOWN
        ? messages.text("inspections.more", figures.count(total - SHOWN), figures.count(total))
        : "";
  }

  private Party party(String id, String name, String grid, boolean file) {
    return new Party(
        id,
        name.isEmpty() ? id : name,
        grid,
        grid.isEmpty() ? "" : city.areaName(grid, messages.language()),
        file);
  }

  private String departments(List<String> names) {
    return names.stream()
        .map(this::department)
        .collect(Collectors.joining(messages.text("file.list-between")));
  }

  private String department(String id) {
    return messages.textOr("department." + id, id);
  }

  private Share share(long part, long whole) {
    return new Share(
        whole == 0 ? messages.text("state.no-data") : figures.percent((double) part / whole),
        figures.count(part) + " / " + figures.count(whole));
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about levels of cases (三级分类) and joint conferences (联席会议). */
public final class ConferenceQueries {

  /** An open item; what was done about it is empty until something was. */
  public record ItemRow(
      String caseId,
      String grid,
      String category,
      String unit,
      String address,
      String toldLevel,
      String level,
      List<String> reasons,
      List<String> units,
      List<String> crosses,
      List<String> otherCases,
      List<String> history,
      String meeting,
      LocalDate listedOn,
      Instant reportedAt,
      Instant dueAt,
      LocalDate meetingDay,
      String lastAction,
      String decidedUnit,
      String outcome) {}

  /** What was done about an item. */
  public record ActionRow(
      String caseId,
      String actionId,
      String action,
      LocalDate meetingDay,
      String unit,
      String comment,
      String actor,
      Instant actedAt) {}

  /** Cases of one told level and one level by rule. */
  public record MixRow(
      String toldLevel,
      String level,
      long cases,
      long closed,
      long departments,
      long areas,
      long levels) {}

  private final Store store;

  /** Questions to this store. */
  public ConferenceQueries(Store store) {
    this.store = store;
  }

  /** Open items: those that are decided last, before them by day of the meeting; at most 200. */
  public List<ItemRow> items() {
    return store.rows("conference-items", ItemRow.class, Map.of("case", ""));
  }

  /** The open item about a case. */
  public Optional<ItemRow> item(String caseId) {
    return caseId.isEmpty()
        ? Optional.empty()
        : store.row("conference-items", ItemRow.class, Map.of("case", caseId));
  }

  /** What was done about an item, or about all when the case is empty, latest first. */
  public List<ActionRow> actions(String caseId) {
    return store.rows("conference-actions", ActionRow.class, Map.of("case", caseId));
  }

  /** How many cases there are of each level, reported since a moment or open. */
  public List<MixRow> mix(Instant since) {
    return store.rows("level-mix", MixRow.class, Map.of("since", since));
  }
}

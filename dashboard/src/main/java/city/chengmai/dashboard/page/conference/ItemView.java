package city.chengmai.dashboard.page.conference;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.ConferenceQueries.ActionRow;
import city.chengmai.dashboard.query.ConferenceQueries.ItemRow;
import city.chengmai.datasets.conference.LevelRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An item of a joint conference as it is shown.
 *
 * @param state waiting, scheduled, decided or dropped
 * @param late whether it has waited longer than the rules say, and nothing was decided
 */
public record ItemView(
    String caseId,
    String address,
    String meeting,
    String grid,
    String gridId,
    String category,
    String where,
    String level,
    String sentence,
    String reasons,
    String units,
    String history,
    List<Other> others,
    String state,
    String stateName,
    boolean late,
    List<String> happenings,
    String formId) {

  /** A case on the other side of a border. */
  public record Other(String id, String address) {}

  private static final int WAITING_DAYS = LevelRules.bundled().waitingDays();

  static ItemView of(
      ItemRow row, List<ActionRow> actions, CityModel city, Figures figures, Instant now) {
    Messages messages = figures.messages();
    String state = state(row);
    long days = ChronoUnit.DAYS.between(row.reportedAt(), now);
    return new ItemView(
        row.caseId(),
        "/case/" + PathSegment.of(row.caseId()),
        row.meeting(),
        city.areaName(row.grid(), messages.language()),
        row.grid(),
        city.categoryName(row.category(), messages.language()),
        row.address(),
        messages.text(
            "conference.level",
            messages.text("case-level." + row.toldLevel()),
            messages.text("case-level." + row.level())),
        messages.text(
            "conference.say",
            row.crosses().stream()
                .map(cross -> messages.text("conference.cross." + cross))
                .collect(Collectors.joining(messages.text("file.list-between"))),
            figures.count(days)),
        row.reasons().stream()
            .map(reason -> reason(reason, messages))
            .collect(Collectors.joining(messages.text("file.list-between"))),
        String.join(" → ", row.units()),
        row.history().stream()
            .map(step -> history(step, messages))
            .collect(Collectors.joining(messages.text("file.list-between"))),
        row.otherCases().stream().map(id -> new Other(id, "/case/" + PathSegment.of(id))).toList(),
        state,
        row.meetingDay() != null && state.equals("scheduled")
            ? messages.text("conference.state.scheduled", figures.day(row.meetingDay()))
            : messages.text("conference.state." + state, ""),
        waited(row, city, now) > WAITING_DAYS
            && (state.equals("waiting") || state.equals("scheduled")),
        actions.stream()
            .filter(action -> action.caseId().equals(row.caseId()))
            .map(action -> happening(action, figures))
            .toList(),
        UUID.randomUUID().toString());
  }

  /** Days since it was for a conference: what it waited elsewhere is not the conference's. */
  private static long waited(ItemRow row, CityModel city, Instant now) {
    ZoneId zone = city.facts().zone();
    LocalDate since =
        row.listedOn() == null ? LocalDate.ofInstant(row.reportedAt(), zone) : row.listedOn();
    return ChronoUnit.DAYS.between(since, LocalDate.ofInstant(now, zone));
  }

  private static String state(ItemRow row) {
    return switch (row.lastAction()) {
      case "schedule" -> "scheduled";
      case "decide" -> "decided";
      case "drop" -> "dropped";
      default -> "waiting";
    };
  }

  private static String reason(String reason, Messages messages) {
    int blank = reason.indexOf(' ');
    return messages.text(
        "conference.reason." + reason.substring(0, blank), reason.substring(blank + 1));
  }

  private static String history(String step, Messages messages) {
    int blank = step.indexOf(' ');
    return step.substring(0, blank)
        + " "
        + messages.text("case-level." + step.substring(blank + 1));
  }

  private static String happening(ActionRow row, Figures figures) {
    String day = row.meetingDay() == null ? "" : " " + figures.day(row.meetingDay());
    String unit = row.unit().isEmpty() ? "" : " · " + row.unit();
    String comment = row.comment().isEmpty() ? "" : " · " + row.comment();
    return figures.fullMoment(row.actedAt())
        + " · "
        + figures.messages().text("conference.action." + row.action())
        + day
        + unit
        + comment
        + " · "
        + row.actor();
  }
}

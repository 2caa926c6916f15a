package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.DealingQueries.ActionRow;
import city.chengmai.dashboard.query.DealingQueries.AppealRow;
import city.chengmai.dashboard.query.DealingQueries.DiscrepancyRow;
import city.chengmai.dashboard.query.DealingQueries.OccupancyRow;
import city.chengmai.dashboard.query.DealingQueries.PackageRow;
import city.chengmai.dashboard.query.DealingQueries.VisitRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Words visits, appeals, inspections, tenancies, packages and disagreements in one language. */
final class DealingLines {

  /** A visit in a list. */
  public record VisitLine(
      String held,
      Link target,
      String campaign,
      String participants,
      String minutes,
      String issues,
      String satisfaction) {}

  /** An appeal in a list. */
  public record AppealLine(
      String id,
      Link enterprise,
      String category,
      String description,
      String unit,
      String raised,
      String due,
      Level level,
      String state,
      String satisfaction) {}

  /** An inspection, notice or interview in a list. */
  public record ActionLine(
      String id,
      String kind,
      Link enterprise,
      String departments,
      String items,
      String findings,
      String acted,
      String due,
      Level level,
      String state) {}

  /** An enterprise in a building. */
  public record SeatLine(
      Link enterprise, Link building, String area, String since, String until, boolean gone) {}

  /** A part of the service package in a list. */
  public record PackageLine(
      Link enterprise, String part, String delivered, Level level, String state) {}

  /** A disagreement in a list. */
  public record DiscrepancyLine(
      Link record,
      String field,
      String recorded,
      String observed,
      String found,
      Level level,
      String state,
      String correction) {}

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final FileNames names;
  private final Instant now;

  DealingLines(CityModel city, Figures figures, FileNames names, Instant now) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.names = names;
    this.now = now;
  }

  List<VisitLine> visits(List<VisitRow> rows) {
    return rows.stream().map(this::visit).toList();
  }

  private VisitLine visit(VisitRow row) {
    String minutes =
        row.minutes() == null ? Figures.NONE : figures.duration(Duration.ofMinutes(row.minutes()));
    String issues =
        row.issues() == 0
            ? Figures.NONE
            : messages.text(
                "file.issues", figures.count(row.issues()), figures.count(row.solved()));
    return new VisitLine(
        figures.fullMoment(row.heldAt()),
        names.link(row.targetType(), row.targetId()),
        row.campaign(),
        words("participant", row.participants()),
        minutes,
        issues,
        word("satisfaction", row.satisfaction()));
  }

  List<AppealLine> appeals(List<AppealRow> rows) {
    return rows.stream().map(this::appeal).toList();
  }

  private AppealLine appeal(AppealRow row) {
    boolean open = row.endedAt() == null;
    return new AppealLine(
        row.appealId(),
        names.link("enterprise", row.enterpriseId()),
        city.categoryName(row.category(), messages.language()),
        row.description(),
        row.unit(),
        figures.fullMoment(row.raisedAt()),
        figures.fullMoment(row.dueAt()),
        open ? due(row.dueAt()) : ended(row.outcome()),
        open ? running(row.dueAt()) : word("outcome", row.outcome()),
        open ? Figures.NONE : word("satisfaction", row.satisfaction()));
  }

  private static Level ended(String outcome) {
    return switch (outcome) {
      case "solved" -> Level.NORMAL;
      case "explained" -> Level.WARNING;
      default -> Level.ALARM;
    };
  }

  List<ActionLine> actions(List<ActionRow> rows) {
    return rows.stream().map(this::action).toList();
  }

  private ActionLine action(ActionRow row) {
    boolean notice = row.kind().equals("notice");
    boolean done = row.doneAt() != null && row.rectification().equals("complete");
    Level level = !notice || done ? Level.NORMAL : due(row.dueAt());
    String state = row.doneAt() == null ? running(row.dueAt()) : rectified(row);
    return new ActionLine(
        row.actionId(),
        messages.textOr("action." + row.kind(), row.kind()),
        names.link("enterprise", row.enterpriseId()),
        words("department", row.departments()),
        String.join(messages.text("file.list-between"), row.items()),
        row.findings() == null ? Figures.NONE : figures.count(row.findings()),
        figures.fullMoment(row.actedAt()),
        notice ? figures.fullMoment(row.dueAt()) : Figures.NONE,
        level,
        notice ? state : Figures.NONE);
  }

  private String rectified(ActionRow row) {
    return messages.textOr("rectification." + row.rectification(), row.rectification());
  }

  List<SeatLine> seats(List<OccupancyRow> rows) {
    return rows.stream()
        .map(
            row ->
                new SeatLine(
                    names.link("enterprise", row.enterpriseId()),
                    names.link("building", row.buildingId()),
                    row.floorArea() == null
                        ? Figures.NONE
                        : messages.text("file.unit.area", figures.amount(row.floorArea())),
                    day(row.movedInAt()),
                    row.leftAt() == null ? "" : day(row.leftAt()),
                    row.leftAt() != null))
        .toList();
  }

  private String day(Instant at) {
    return at == null ? Figures.NONE : figures.fullMoment(at).substring(0, 10);
  }

  List<PackageLine> packages(List<PackageRow> rows) {
    return rows.stream()
        .map(
            row -> {
              boolean confirmed = row.confirmed() != null && row.confirmed() == 1;
              return new PackageLine(
                  names.link("enterprise", row.enterpriseId()),
                  messages.textOr("package." + row.part(), row.part()),
                  figures.fullMoment(row.deliveredAt()),
                  confirmed ? Level.NORMAL : Level.WARNING,
                  messages.text(confirmed ? "package.confirmed" : "package.unconfirmed"));
            })
        .toList();
  }

  List<DiscrepancyLine> discrepancies(List<DiscrepancyRow> rows) {
    return rows.stream().map(this::discrepancy).toList();
  }

  private DiscrepancyLine discrepancy(DiscrepancyRow row) {
    boolean open = row.endedAt() == null;
    String change = row.change() == null ? "" : " (" + figures.signed(100 * row.change(), 0) + "%)";
    return new DiscrepancyLine(
        names.link(row.recordKind(), row.recordId()),
        messages.textOr("file.field." + row.field(), row.field()),
        row.recordedValue(),
        row.observedValue(),
        figures.fullMoment(row.foundAt()),
        open ? Level.WARNING : Level.NORMAL,
        open ? messages.text("discrepancy.open") : word("discrepancy", row.resolution()),
        row.stage().isEmpty() ? Figures.NONE : word("calibration", row.stage()) + change);
  }

  private Level due(Instant dueAt) {
    return dueAt != null && dueAt.isBefore(now) ? Level.ALARM : Level.WARNING;
  }

  private String running(Instant dueAt) {
    if (dueAt == null) {
      return messages.text("file.open");
    }
    Duration left = Duration.between(now, dueAt);
    return messages.text(
        left.isNegative() ? "case.overdue" : "case.due-in", figures.duration(left));
  }

  private String word(String family, String value) {
    return value.isEmpty() ? Figures.NONE : messages.textOr(family + "." + value, value);
  }

  private String words(String family, List<String> values) {
    return values.isEmpty()
        ? Figures.NONE
        : values.stream()
            .map(value -> word(family, value))
            .collect(Collectors.joining(messages.text("file.list-between")));
  }
}

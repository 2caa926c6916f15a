package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.SituationQueries;
import city.chengmai.dashboard.query.SituationQueries.ActionsRow;
import city.chengmai.dashboard.query.SituationQueries.CasesRow;
import city.chengmai.dashboard.query.SituationQueries.ReadingRow;
import city.chengmai.dashboard.query.SituationQueries.Window;
import city.chengmai.datasets.catalogue.SituationLine;
import city.chengmai.datasets.catalogue.SituationLines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a grid must see (网格须掌握的情况): population flow, public order, hidden dangers, coast line, each
 * with the feeds that tell of it. A line about which nothing is told says so; cases that a live
 * feed could have told of are a true 0.
 */
final class SituationCard {

  private static final Duration FRESH = Duration.ofDays(1);

  /**
   * A line.
   *
   * @param told whether anything is told; else there is no device, case or action
   * @param facts sentences with their counts
   * @param feeds names of the feeds that told, separated; empty when none did
   */
  public record Line(String key, String name, boolean told, List<String> facts, String feeds) {}

  private final FileDesk desk;
  private final Figures figures;
  private final Messages messages;
  private final SituationLines lines = SituationLines.bundled();

  SituationCard(FileDesk desk) {
    this.desk = desk;
    this.figures = desk.figures();
    this.messages = figures.messages();
  }

  /** The lines of a grid, of 30 days beside the 30 before. */
  List<Line> of(String grid) {
    Window window =
        new Window(
            grid,
            desk.moment().start(2 * TimeWindow.TRAILING_DAYS - 1),
            desk.moment().start(TimeWindow.TRAILING_DAYS - 1),
            desk.now());
    SituationQueries queries = desk.situation();
    List<ReadingRow> readings = queries.readings(window, lines.all(SituationLine::metrics));
    List<CasesRow> cases = queries.cases(window, lines.all(SituationLine::categories));
    List<ActionsRow> actions = queries.actions(window, lines.all(SituationLine::departments));
    return lines.lines().stream().map(line -> line(line, readings, cases, actions)).toList();
  }

  private Line line(
      SituationLine line,
      List<ReadingRow> readings,
      List<CasesRow> cases,
      List<ActionsRow> actions) {
    List<String> facts = new ArrayList<>();
    Set<String> feeds = new LinkedHashSet<>();
    boolean told = false;
    for (ReadingRow row : readings) {
      if (line.metrics().contains(row.measured())) {
        facts.add(reading(row));
        feeds.add(row.feed());
        told = true;
      }
    }
    for (String one : line.categories()) {
      CasesRow row =
          cases.stream()
              .filter(found -> found.className().equals(one))
              .findFirst()
              .orElse(new CasesRow(one, 0, 0, 0, 0, List.of()));
      facts.add(cases(row));
      feeds.addAll(row.feeds());
      told = true;
    }
    for (String department : line.departments()) {
      facts.add(actions(department, actions));
      told = true;
    }
    return new Line(
        line.id(),
        LocalText.of(line.name(), messages.language()),
        told,
        facts,
        String.join(
            messages.text("situation.comma"),
            feeds.stream().map(feed -> desk.city().feedName(feed, messages.language())).toList()));
  }

  private String reading(ReadingRow row) {
    String unit = messages.textOr("situation.unit." + row.toldUnit(), row.toldUnit());
    String now =
        messages.text(
            "situation.reading",
            row.device(),
            figures.amount(row.latest()),
            unit,
            figures.fullMoment(row.latestAt()));
    String mean =
        row.mean() == null
            ? messages.text("situation.no-reading")
            : messages.text(
                "situation.mean", figures.amount(row.mean()), unit, figures.count(row.readings()));
    return isFresh(row.latestAt()) ? now + mean : now + mean + messages.text("situation.silent");
  }

  private boolean isFresh(Instant at) {
    return at.plus(FRESH).isAfter(desk.now());
  }

  private String cases(CasesRow row) {
    return messages.text(
        "situation.cases",
        desk.city().categoryName(row.className(), messages.language()),
        figures.count(row.reported()),
        figures.count(row.earlier()),
        figures.count(row.open()),
        figures.count(row.overdue()));
  }

  private String actions(String department, List<ActionsRow> rows) {
    ActionsRow row =
        rows.stream()
            .filter(found -> found.department().equals(department))
            .findFirst()
            .orElse(new ActionsRow(department, 0, 0));
    return messages.text(
        "situation.actions",
        messages.textOr("department." + department, department),
        figures.count(row.acted()),
        figures.count(row.earlier()));
  }
}

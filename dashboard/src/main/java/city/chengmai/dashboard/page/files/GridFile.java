package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.DealingQueries;
import city.chengmai.dashboard.query.DealingQueries.ActionRow;
import city.chengmai.dashboard.query.DealingQueries.AppealRow;
import city.chengmai.dashboard.query.DealingQueries.PackageRow;
import city.chengmai.dashboard.query.FileQueries.Cut;
import city.chengmai.dashboard.query.FileQueries.DrawingRow;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import city.chengmai.dashboard.query.SituationQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file of a grid (网格档案): the grid itself, the files of what lies in it, what happened there.
 */
final class GridFile implements FileRoutes.FileModel {

  private static final Cut ALL = new Cut("lacking", 2000, 0);
  private static final int SHOWN = 12;

  /** Base records of one kind. */
  public record KindLine(String name, String records) {}

  /** One drawing of the grid. */
  public record DrawingLine(String from, String to, String name, String size) {}

  private final FileDesk desk;

  GridFile(FileDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Map<String, Object>> of(String id) {
    List<DrawingRow> drawings = desk.files().drawings(id);
    return desk.city().area(id).isEmpty() || drawings.isEmpty()
        ? Optional.empty()
        : Optional.of(model(id, drawings));
  }

  private Map<String, Object> model(String id, List<DrawingRow> drawings) {
    DrawingRow now = current(drawings);
    Figures figures = desk.figures();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", id);
    model.put("name", desk.city().areaName(id, figures.messages().language()));
    model.put("fields", GridFields.lines(now, desk));
    model.put("standard", GridFields.standard(now, desk));
    model.put("drawings", drawings.stream().map(this::drawing).toList());
    model.put("kinds", kinds(id));
    model.put("situation", new SituationCard(desk).of(id));
    model.put("situationHeard", SituationQueries.HEARD_DAYS);
    model.put("situationDay", figures.day(desk.moment().day()));
    model.put(
        "situationWindow",
        new TimeWindow(
                desk.moment().start(TimeWindow.TRAILING_DAYS - 1).atZone(desk.moment().zone()),
                desk.now().atZone(desk.moment().zone()))
            .interval());
    files(model, id);
    dealings(model, id);
    return model;
  }

  private DrawingRow current(List<DrawingRow> drawings) {
    return drawings.stream()
        .filter(one -> !one.validFrom().isAfter(desk.moment().day()))
        .findFirst()
        .orElse(drawings.get(0));
  }

  private void files(Map<String, Object> model, String id) {
    List<FileRow> buildings = desk.find(BuildingFile.KIND, List.of(), id, "", ALL);
    List<FileRow> enterprises = desk.find(EnterpriseFile.KIND, List.of(), id, "", ALL);
    FileLines lines = new FileLines(desk);
    model.put("buildingSum", FileSum.of(BuildingFile.KIND, buildings, desk));
    model.put("enterpriseSum", FileSum.of(EnterpriseFile.KIND, enterprises, desk));
    List<FileLines.Line> all = lines.of(EnterpriseFile.KIND, enterprises);
    model.put("buildings", lines.of(BuildingFile.KIND, head(buildings)));
    model.put("enterprises", head(all));
    model.put("clears", clears(all));
  }

  /** How many enterprises have each clear. */
  private List<Clear> clears(List<FileLines.Line> lines) {
    Figures figures = desk.figures();
    return Stream.of("situation", "appeals", "conflicts")
        .map(
            key -> {
              long clear =
                  lines.stream()
                      .flatMap(line -> line.clears().stream())
                      .filter(one -> one.key().equals(key) && one.level() == Level.NORMAL)
                      .count();
              boolean none = lines.isEmpty();
              String share = none ? Figures.NONE : figures.percent((double) clear / lines.size());
              return new Clear(
                  key,
                  none ? Level.NONE : clear == lines.size() ? Level.NORMAL : Level.WARNING,
                  List.of(
                      figures
                          .messages()
                          .text(
                              "clear.grid",
                              figures.count(clear),
                              figures.count(lines.size()),
                              share)));
            })
        .toList();
  }

  private void dealings(Map<String, Object> model, String id) {
    DealingQueries dealings = desk.dealings();
    var visits = dealings.visits(List.of(), "", id, desk.now());
    List<AppealRow> appeals = dealings.appeals(List.of(), id, desk.now());
    List<ActionRow> actions = dealings.actions(List.of(), id, desk.now());
    List<PackageRow> packages = dealings.packages("", id, desk.now());
    var discrepancies = dealings.discrepancies("", "", id, desk.now());
    desk.names()
        .learn(
            EnterpriseFile.KIND,
            Stream.of(
                    visits.stream().map(row -> row.targetId()),
                    appeals.stream().map(AppealRow::enterpriseId),
                    actions.stream().map(ActionRow::enterpriseId),
                    packages.stream().map(PackageRow::enterpriseId))
                .flatMap(ids -> ids));
    desk.names().learn(BuildingFile.KIND, discrepancies.stream().map(row -> row.recordId()));
    DealingLines lines = desk.lines();
    model.put("visits", lines.visits(visits));
    model.put("appeals", lines.appeals(appeals));
    model.put("appealsSum", Sums.appeals(appeals, desk.figures()));
    model.put("actions", lines.actions(actions));
    model.put("actionsSum", Sums.actions(actions, desk.figures()));
    model.put("packages", lines.packages(packages));
    model.put("discrepancies", lines.discrepancies(discrepancies));
  }

  private List<KindLine> kinds(String id) {
    Figures figures = desk.figures();
    return desk.files().kinds(id).stream()
        .map(
            row ->
                new KindLine(
                    figures.messages().textOr("record-kind." + row.recordKind(), row.recordKind()),
                    figures.count(row.records())))
        .toList();
  }

  private DrawingLine drawing(DrawingRow row) {
    Figures figures = desk.figures();
    boolean chinese = figures.messages().language() == Language.CHINESE;
    return new DrawingLine(
        row.validFrom().toString(),
        row.validTo() == null ? Figures.NONE : row.validTo().toString(),
        chinese ? row.nameZh() : row.nameEn(),
        figures.messages().text("file.unit.size", figures.number(row.squareKilometres(), 3)));
  }

  private static <T> List<T> head(List<T> rows) {
    return rows.subList(0, Math.min(SHOWN, rows.size()));
  }
}

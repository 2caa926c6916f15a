package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.DealingQueries;
import city.chengmai.dashboard.query.DealingQueries.ActionRow;
import city.chengmai.dashboard.query.DealingQueries.AppealRow;
import city.chengmai.dashboard.query.DealingQueries.OccupancyRow;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of a building (一楼一档). */
final class BuildingFile implements FileRoutes.FileModel {

  static final String KIND = "building";

  private final FileDesk desk;

  BuildingFile(FileDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Map<String, Object>> of(String id) {
    return desk.file(KIND, id).map(this::model);
  }

  private Map<String, Object> model(FileRow row) {
    DealingQueries dealings = desk.dealings();
    RecordView view = new RecordView(desk, KIND, row);
    List<OccupancyRow> tenants = dealings.tenants(row.id(), desk.now());
    desk.names().learn(EnterpriseFile.KIND, tenants.stream().map(OccupancyRow::enterpriseId));
    List<String> here =
        tenants.stream()
            .filter(one -> one.leftAt() == null)
            .map(OccupancyRow::enterpriseId)
            .distinct()
            .toList();
    List<AppealRow> appeals = dealings.appeals(here, "", desk.now());
    List<ActionRow> actions = dealings.actions(here, "", desk.now());
    DealingLines lines = desk.lines();
    Map<String, Object> model = view.model();
    model.put("seats", lines.seats(tenants));
    model.put("occupancy", occupancy(row, tenants));
    model.put("share", LetShare.of(view.changes(), dealings.moves(row.id(), desk.now()), desk));
    model.put("visits", lines.visits(dealings.visits(List.of(KIND), row.id(), "", desk.now())));
    model.put("appeals", lines.appeals(appeals));
    model.put("appealsSum", Sums.appeals(appeals, desk.figures()));
    model.put("actions", lines.actions(actions));
    model.put("actionsSum", Sums.actions(actions, desk.figures()));
    model.put(
        "discrepancies",
        lines.discrepancies(dealings.discrepancies(KIND, row.id(), "", desk.now())));
    return model;
  }

  /** How much is let by the file, and how much its known tenants have. */
  private String occupancy(FileRow row, List<OccupancyRow> tenants) {
    Figures figures = desk.figures();
    double lettable = number(row.field("lettableArea"));
    double known =
        tenants.stream()
            .filter(one -> one.leftAt() == null && one.floorArea() != null)
            .mapToDouble(OccupancyRow::floorArea)
            .sum();
    long here = tenants.stream().filter(one -> one.leftAt() == null).count();
    if (lettable <= 0) {
      return figures.messages().text("file.occupancy-unknown", figures.count(here));
    }
    double let = number(row.field("letArea"));
    return figures
        .messages()
        .text(
            "file.occupancy",
            row.field("letArea").isEmpty() ? Figures.NONE : figures.percent(let / lettable),
            figures.count(here),
            figures.percent(known / lettable));
  }

  private static double number(String text) {
    try {
      return text.isBlank() ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException words) {
      return 0;
    }
  }
}

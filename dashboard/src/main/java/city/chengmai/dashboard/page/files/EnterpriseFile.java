package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.query.DealingQueries;
import city.chengmai.dashboard.query.DealingQueries.ActionRow;
import city.chengmai.dashboard.query.DealingQueries.AppealRow;
import city.chengmai.dashboard.query.DealingQueries.ClearRow;
import city.chengmai.dashboard.query.DealingQueries.OccupancyRow;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The file of an enterprise (一企一档). */
final class EnterpriseFile implements FileRoutes.FileModel {

  static final String KIND = "enterprise";

  private final FileDesk desk;

  EnterpriseFile(FileDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Map<String, Object>> of(String id) {
    return desk.file(KIND, id).map(this::model);
  }

  private Map<String, Object> model(FileRow row) {
    DealingQueries dealings = desk.dealings();
    List<String> only = List.of(row.id());
    List<OccupancyRow> seats = dealings.seats(row.id(), desk.now());
    desk.names()
        .learn(
            "building",
            Stream.concat(
                seats.stream().map(OccupancyRow::buildingId), Stream.of(row.field("buildingId"))));
    List<AppealRow> appeals = dealings.appeals(only, "", desk.now());
    List<ActionRow> actions = dealings.actions(only, "", desk.now());
    DealingLines lines = desk.lines();
    Map<String, Object> model = new RecordView(desk, KIND, row).model();
    model.put("clears", clears(row));
    model.put("seats", lines.seats(seats));
    model.put(
        "visits",
        lines.visits(dealings.visits(List.of("enterprise", "shop"), row.id(), "", desk.now())));
    model.put("appeals", lines.appeals(appeals));
    model.put("appealsSum", Sums.appeals(appeals, desk.figures()));
    model.put("actions", lines.actions(actions));
    model.put("actionsSum", Sums.actions(actions, desk.figures()));
    model.put("packages", lines.packages(dealings.packages(row.id(), "", desk.now())));
    model.put(
        "discrepancies",
        lines.discrepancies(dealings.discrepancies(KIND, row.id(), "", desk.now())));
    return model;
  }

  private List<Clear> clears(FileRow row) {
    ClearRow counted =
        desk.dealings().clears(List.of(row.id()), desk.clearsSince(), desk.now()).stream()
            .findFirst()
            .orElse(ClearRow.nothing(row.id()));
    return Clear.of(desk.standard(KIND, row), counted, desk.figures());
  }
}

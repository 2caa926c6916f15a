package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.query.DealingQueries.ClearRow;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words files in a list. */
final class FileLines {

  /**
   * A file in a list.
   *
   * @param path its page
   * @param clears the three clears of an enterprise; none for other kinds
   */
  public record Line(
      String id,
      String name,
      String path,
      String grid,
      String about,
      Standard standard,
      List<Clear> clears) {}

  private final FileDesk desk;

  FileLines(FileDesk desk) {
    this.desk = desk;
  }

  List<Line> of(String kind, List<FileRow> rows) {
    Map<String, ClearRow> counted =
        kind.equals(EnterpriseFile.KIND) && !rows.isEmpty() ? counted(rows) : Map.of();
    return rows.stream().map(row -> line(kind, row, counted)).toList();
  }

  private Map<String, ClearRow> counted(List<FileRow> rows) {
    List<String> ids = rows.stream().map(FileRow::id).toList();
    return desk.dealings().clears(ids, desk.clearsSince(), desk.now()).stream()
        .collect(Collectors.toMap(ClearRow::enterprise, Function.identity()));
  }

  private Line line(String kind, FileRow row, Map<String, ClearRow> counted) {
    FieldWords words = desk.words(kind);
    boolean enterprise = kind.equals(EnterpriseFile.KIND);
    Standard standard = desk.standard(kind, row);
    String about = enterprise ? "status" : "grade";
    return new Line(
        row.id(),
        row.field("name").isEmpty() ? row.id() : row.field("name"),
        "/files/" + kind + "s/" + PathSegment.of(row.id()),
        words.value("grid", row.field("grid")),
        words.value(about, row.field(about)),
        standard,
        enterprise
            ? Clear.of(
                standard,
                counted.getOrDefault(row.id(), ClearRow.nothing(row.id())),
                desk.figures())
            : List.of());
  }
}

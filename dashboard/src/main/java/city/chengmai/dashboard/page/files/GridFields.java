package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.page.files.RecordView.FieldLine;
import city.chengmai.dashboard.query.FileQueries.DrawingRow;
import city.chengmai.datasets.catalogue.FileRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a grid itself, out of its drawing. */
final class GridFields {

  private static final String KIND = "grid";

  private GridFields() {}

  static List<FieldLine> lines(DrawingRow row, FileDesk desk) {
    Map<String, String> values = values(row);
    FieldWords words = desk.words(KIND);
    return FileDesk.rule(KIND).fields().stream()
        .map(
            field ->
                new FieldLine(
                    words.name(field.name()),
                    words.value(field.name(), values.getOrDefault(field.name(), "")),
                    row.validFrom().toString(),
                    field.mandatory(),
                    values.containsKey(field.name()),
                    ""))
        .toList();
  }

  /** A drawing comes with the city; nobody confirms it. */
  static Standard standard(DrawingRow row, FileDesk desk) {
    FileRule rule = FileDesk.rule(KIND);
    return Standard.of(
        rule, rule.missing(values(row)), null, desk.now(), desk.words(KIND), desk.figures());
  }

  private static Map<String, String> values(DrawingRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("nameZh", row.nameZh());
    values.put("nameEn", row.nameEn());
    values.put("gridType", row.gridType());
    values.put("communityForm", row.communityForm());
    values.put("squareKilometres", known(row.squareKilometres()));
    values.put("residents", known((double) row.residents()));
    values.put("enterprises", known((double) row.enterprises()));
    values.values().removeIf(String::isBlank);
    return values;
  }

  private static String known(double value) {
    return value > 0 ? String.valueOf(value) : "";
  }
}

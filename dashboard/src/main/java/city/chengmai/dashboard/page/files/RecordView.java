package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.files.AttributeHistory.Change;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import city.chengmai.datasets.catalogue.FileField;
import city.chengmai.datasets.catalogue.FileRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The head of a file, its fields and how they changed. */
final class RecordView {

  private static final int SHOWN_CHANGES = 60;

  /**
   * A field of the file.
   *
   * @param since when the value was told first; a dash when nobody told
   * @param filled whether it holds something
   * @param path where the value leads; may be empty
   */
  public record FieldLine(
      String name, String value, String since, boolean mandatory, boolean filled, String path) {}

  /** A change of a field. */
  public record ChangeLine(String at, String field, String before, String after, String app) {}

  private final FileDesk desk;
  private final String kind;
  private final FileRow row;
  private final List<Change> changes;

  RecordView(FileDesk desk, String kind, FileRow row) {
    this.desk = desk;
    this.kind = kind;
    this.row = row;
    this.changes =
        AttributeHistory.of(desk.files().events(row.id(), desk.now()), kind, declared(kind));
  }

  private static Set<String> declared(String kind) {
    Set<String> names = new LinkedHashSet<>();
    FileDesk.rule(kind).fields().forEach(field -> names.add(field.name()));
    return names;
  }

  List<Change> changes() {
    return changes;
  }

  Map<String, Object> model() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", row.id());
    model.put("name", row.field("name").isEmpty() ? row.id() : row.field("name"));
    model.put("gridId", row.field("grid"));
    model.put("gridKnown", desk.city().area(row.field("grid")).isPresent());
    model.put("grid", desk.words(kind).value("grid", row.field("grid")));
    model.put("app", app(row.app()));
    model.put("standard", desk.standard(kind, row));
    model.put("fields", fields());
    model.put("changes", changeLines());
    return model;
  }

  private List<FieldLine> fields() {
    FileRule rule = FileDesk.rule(kind);
    Map<String, Instant> since = new HashMap<>();
    changes.forEach(change -> since.put(change.field(), change.at()));
    List<FieldLine> lines = new ArrayList<>();
    for (FileField field : rule.fields()) {
      lines.add(line(field.name(), field.mandatory(), since));
    }
    Set<String> others = new TreeSet<>(row.fields().keySet());
    others.removeAll(declared(kind));
    others.forEach(name -> lines.add(line(name, false, since)));
    return lines;
  }

  private FieldLine line(String name, boolean mandatory, Map<String, Instant> since) {
    String value = row.field(name);
    FieldWords words = desk.words(kind);
    Link link = name.equals("buildingId") ? desk.names().link("building", value) : new Link("", "");
    return new FieldLine(
        words.name(name),
        link.path().isEmpty() ? words.value(name, value) : link.text(),
        since.containsKey(name)
            ? desk.figures().fullMoment(since.get(name)).substring(0, 10)
            : Figures.NONE,
        mandatory,
        !value.isBlank(),
        name.equals("grid") && desk.city().area(value).isPresent()
            ? "/grids/" + PathSegment.of(value) + "/file"
            : link.path());
  }

  private List<ChangeLine> changeLines() {
    FieldWords words = desk.words(kind);
    List<ChangeLine> lines = new ArrayList<>();
    for (int i = changes.size() - 1; i >= 0 && lines.size() < SHOWN_CHANGES; i--) {
      Change change = changes.get(i);
      if (!first(i)) {
        lines.add(
            new ChangeLine(
                desk.figures().fullMoment(change.at()),
                words.name(change.field()),
                words.value(change.field(), change.before()),
                words.value(change.field(), change.after()),
                app(change.app())));
      }
    }
    return lines;
  }

  /** What the very first event told is the file, not a change of it. */
  private boolean first(int index) {
    Change change = changes.get(index);
    return change.before().isEmpty() && change.at().equals(changes.get(0).at());
  }

  private String app(String app) {
    Messages messages = desk.figures().messages();
    return app.isEmpty() ? Figures.NONE : messages.textOr("app." + app, app);
  }
}

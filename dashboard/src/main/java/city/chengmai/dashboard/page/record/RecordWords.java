package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.files.FileDesk;
import java.util.List;

/** Words of records, fields and steps in one language. */
final class RecordWords {

  /** Kinds of records that people put right here. */
  static final List<String> KINDS = List.of("enterprise", "building");

  private final FileDesk desk;
  private final Messages messages;

  RecordWords(FileDesk desk) {
    this.desk = desk;
    this.messages = desk.figures().messages();
  }

  String field(String kind, String field) {
    return KINDS.contains(kind) ? desk.words(kind).name(field) : field;
  }

  String value(String kind, String field, String value) {
    if (value.isBlank()) {
      return Figures.NONE;
    }
    return KINDS.contains(kind) ? desk.words(kind).value(field, value) : value;
  }

  /** A relative change with its sign; a word where it cannot be measured. */
  String change(Double change) {
    return change == null
        ? messages.text("records.unmeasured")
        : desk.figures().signed(100 * change, 1) + "%";
  }

  /** A bound as people read it; that every change needs a second person where there is none. */
  String bound(Double bound) {
    return bound == null
        ? messages.text("records.always")
        : "± " + desk.figures().number(100 * bound, 0) + "%";
  }

  String app(String app) {
    return app.isEmpty() ? messages.text("records.no-app") : messages.textOr("app." + app, app);
  }

  String kind(String kind) {
    return messages.textOr("records.kind." + kind, kind);
  }

  /** Where people put the record right; empty when they cannot. */
  static String path(String kind, String id) {
    return KINDS.contains(kind) ? "/record/" + kind + "/" + PathSegment.of(id) : "";
  }
}

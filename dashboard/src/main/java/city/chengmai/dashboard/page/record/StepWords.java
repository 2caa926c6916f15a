package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.RecordQueries.StepRow;

/** A step as one line: what, which field, from what to what. */
final class StepWords {

  private StepWords() {}

  static String of(StepRow row, RecordWords words, Messages messages) {
    String what = messages.textOr("records.did." + row.step(), row.step());
    String field = words.field(row.recordKind(), row.field());
    String line =
        row.step().equals("explain")
            ? messages.text("records.line-explained", what, field)
            : messages.text(
                "records.line",
                what,
                field,
                words.value(row.recordKind(), row.field(), row.before()),
                words.value(row.recordKind(), row.field(), row.after()));
    return row.holds() == 1 ? line : messages.text("records.not-held", line);
  }
}

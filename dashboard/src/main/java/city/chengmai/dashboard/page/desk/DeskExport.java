package city.chengmai.dashboard.page.desk;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * A result to be saved.
 *
 * @param id of the query
 * @param statement what the analyst wrote
 * @param form file to make of it
 * @param by the account that asked; empty while sign-in is off
 * @param at when, in the city's zone
 */
record DeskExport(
    String id, DeskStatement statement, ExportForm form, String by, ZonedDateTime at) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  static DeskExport of(DeskStatement statement, ExportForm form, String by, ZonedDateTime at) {
    return new DeskExport(UUID.randomUUID().toString(), statement, form, by, at);
  }

  /** Says who, when and which query, since a table of text has no other place for it. */
  String fileName() {
    String who = by.isEmpty() ? "" : by + "-";
    return "desk-" + who + MOMENT.format(at) + "-" + id + "." + form.ending();
  }
}

package city.chengmai.dashboard.page.desk;

import java.util.UUID;

/**
 * A result to be saved.
 *
 * @param id of the query
 * @param statement what the analyst wrote
 * @param form file to make of it
 */
record DeskExport(String id, DeskStatement statement, ExportForm form) {

  static DeskExport of(DeskStatement statement, ExportForm form) {
    return new DeskExport(UUID.randomUUID().toString(), statement, form);
  }

  String fileName() {
    return "desk-" + id + "." + form.ending();
  }
}

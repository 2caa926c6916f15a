package city.chengmai.datasets.source.mapping;

/** A row that gives no events; caught where the row began. */
final class RowRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final RowNote note;

  RowRefusedException(RowNote note) {
    // No stack trace: a file may hold millions of such rows.
    super(note.wireName(), null, false, false);
    this.note = note;
  }

  RowNote note() {
    return note;
  }
}

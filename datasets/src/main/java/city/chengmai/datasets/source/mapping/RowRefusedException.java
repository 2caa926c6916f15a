package city.chengmai.datasets.source.mapping;

/** A row that gives no events; caught where the row began. */
final class RowRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  RowRefusedException(Finding finding) {
    // No stack trace: a file may hold millions of such rows.
    super(finding.wireName(), null, false, false);
    this.finding = finding.asRefusal();
  }

  Finding finding() {
    return finding;
  }
}

package city.chengmai.datasets.source.mapping;

/**
 * What a row made the mapping decide, with the evidence.
 *
 * @param note what it was
 * @param refused true when the row gave no events because of it
 * @param column the columns it is about, empty when it is about the whole row
 * @param seen the value there, cut short; may hold anything that people write
 * @param expected what would have fitted
 */
public record Finding(RowNote note, boolean refused, String column, String seen, String expected) {

  private static final int LONGEST = 60;

  /** Cuts the value short. */
  public Finding {
    seen = seen.length() > LONGEST ? seen.substring(0, LONGEST) + "…" : seen;
  }

  static Finding note(RowNote note, Field field, String seen, String expected) {
    return new Finding(note, false, field.label(), seen, expected);
  }

  Finding asRefusal() {
    return new Finding(note, true, column, seen, expected);
  }

  /** The name in counts: {@code default-point}, {@code refused:no-id}. */
  public String wireName() {
    return refused ? note.refusal() : note.wireName();
  }
}

package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * One edition of a statement that is kept (常用查询).
 *
 * @param id of the query
 * @param edition from 1
 * @param text what was written
 * @param withdrawn no longer listed
 * @param owner account that made it; empty: made while sign-in was off, everybody's
 * @param actor who wrote this edition, as others see it
 * @param madeAt real time
 */
public record SavedQuery(
    String id,
    int edition,
    Text text,
    boolean withdrawn,
    String owner,
    String actor,
    Instant madeAt) {

  /** Characters that a name or a folder may have. */
  public static final int LONGEST_NAME = 80;

  /** Characters that a note or a remark may have. */
  public static final int LONGEST_NOTE = 2_000;

  /** Characters that a statement may have. */
  public static final int LONGEST_STATEMENT = 100_000;

  /**
   * What an analyst writes.
   *
   * @param name in lists
   * @param folder where it is listed; empty: at the top
   * @param note what it answers
   * @param parameters values of its placeholders that are offered, by name
   * @param shared all analysts see and edit it; otherwise its owner alone
   */
  public record Text(
      String name,
      String folder,
      String note,
      String statement,
      Map<String, String> parameters,
      boolean shared) {

    /** Takes blanks off names and copies the values. */
    public Text {
      name = name.strip();
      folder = folder.strip();
      note = note.strip();
      requireNonNull(statement, "statement");
      parameters = Map.copyOf(parameters);
    }

    /** Whether it can be kept: named, with a statement, none of its parts too long. */
    public boolean isKeepable() {
      return !name.isEmpty()
          && !statement.isBlank()
          && name.length() <= LONGEST_NAME
          && folder.length() <= LONGEST_NAME
          && note.length() <= LONGEST_NOTE
          && statement.length() <= LONGEST_STATEMENT;
    }
  }

  /** Checks that nothing is missing. */
  public SavedQuery {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    requireNonNull(owner, "owner");
  }

  /** Whether all analysts see it. */
  public boolean isForAll() {
    return text.shared() || owner.isEmpty();
  }

  /**
   * Whether an account sees and edits it.
   *
   * @param account its name; empty while sign-in is off
   */
  public boolean isFor(String account) {
    return isForAll() || owner.equals(account);
  }
}

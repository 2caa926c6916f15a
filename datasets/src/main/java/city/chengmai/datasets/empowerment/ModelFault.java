package city.chengmai.datasets.empowerment;

import java.util.Map;

/**
 * Why a model that a person wrote cannot be asked, or what is wrong with its answer: something that
 * its author has to change. The message is for a log; pages translate the key.
 */
public final class ModelFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("function", "it calls %s, which reaches outside the database: leave it out"),
          Map.entry("setting", "it changes the setting %s: leave out SETTINGS"),
          Map.entry("table-function", "it reads the table function %s: read tables only"),
          Map.entry("not-select", "it is no SELECT"),
          Map.entry("no-until", "it does not ask as of {until:DateTime64(3, 'UTC')}"),
          Map.entry("clock", "it calls %s, but a past day is asked about too: use {until:…}"),
          Map.entry("columns", "its answer lacks columns: %s"),
          Map.entry("more-columns", "its answer has columns that no hit has: %s"),
          Map.entry("no-object", "row %s of its answer names no object"),
          Map.entry("no-evidence", "what it says of %s has no evidence"),
          Map.entry("no-text", "what it says of %s has no text"),
          Map.entry("too-long", "what it says of %s is too long"),
          Map.entry("twice", "its answer names %s twice: one row an object"),
          Map.entry("unknown-grid", "its answer names the grid %s, which is not of this city"),
          Map.entry("too-many", "its answer has more than the %s hits that it is allowed"),
          Map.entry("too-slow", "it took longer than the %s seconds that it is allowed"),
          Map.entry("shipped", "a model of the product has its id %s: propose it under another"));

  private final String key;
  private final String argument;

  /**
   * A fault.
   *
   * @param key one that has a sentence
   * @param argument what the sentence names; empty when nothing
   */
  public ModelFault(String key, String argument) {
    super(SENTENCES.get(key).formatted(argument));
    this.key = key;
    this.argument = argument;
  }

  /** For message keys. */
  public String key() {
    return key;
  }

  /** What the sentence names; empty when nothing. */
  public String argument() {
    return argument;
  }
}

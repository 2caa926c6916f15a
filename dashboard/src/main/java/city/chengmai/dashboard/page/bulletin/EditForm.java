package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.BulletinJournal.Step;
import city.chengmai.dashboard.bulletin.Edition.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person filled in, read strictly.
 *
 * @param step who acts on which edition
 * @param text what was written; empty with the form to publish
 * @param problem message key of what is wrong; empty when all is well
 */
record EditForm(Step step, Text text, String problem) {

  /** Also holds a shown name of 60 characters with the name of its account behind it. */
  static final int LONGEST_POST = 120;

  static final int LONGEST_TEXT = 4_000;

  private static final String ID = "[0-9a-zA-Z-]{8,64}";
  private static final String NOTE = "note.";

  /** Reads a form of fields by name: edition_id, based_on, actor, opening, note.SECTION. */
  static EditForm of(Map<String, String> fields) {
    String based = fields.getOrDefault("based_on", "");
    String id = fields.getOrDefault("edition_id", "");
    String actor = fields.getOrDefault("actor", "").strip();
    boolean whole = based.matches("[1-9][0-9]{0,8}") && id.matches(ID);
    Step step = new Step(id, whole ? Integer.parseInt(based) : 0, actor);
    Text text = new Text(lines(fields.getOrDefault("opening", "")), notes(fields));
    return new EditForm(step, text, whole ? problem(actor, text) : "alert.form.broken");
  }

  private static Map<String, String> notes(Map<String, String> fields) {
    Map<String, String> notes = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(NOTE)) {
            notes.put(name.substring(NOTE.length()), lines(value));
          }
        });
    return notes;
  }

  /** Forms send line ends of their own; a document can hold no other control characters. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", " ").strip();
  }

  private static String problem(String actor, Text text) {
    if (actor.isEmpty()) {
      return "alert.form.no-actor";
    }
    boolean tooLong =
        actor.length() > LONGEST_POST
            || text.opening().length() > LONGEST_TEXT
            || text.notes().values().stream().anyMatch(note -> note.length() > LONGEST_TEXT);
    return tooLong ? "bulletin.form.too-long" : "";
  }
}

package city.chengmai.dashboard.page.board;

import city.chengmai.dashboard.library.SavedQuery;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a panel of a kept statement into a board's text, as a scene of its own at the end: what
 * people wrote stays as it is, comments too, and an editor moves the panel where it shall be.
 */
final class Pin {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SCENE = Pattern.compile("(?m)^( *)- +id: ");
  private static final int LONGEST_TITLE = 60;
  private static final int SHORT_ID = 8;

  private Pin() {}

  /** The text with the panel; whether it can be read is for the reader to say. */
  static String into(String text, SavedQuery query) {
    Matcher scene = SCENE.matcher(text);
    String indent = scene.find() ? scene.group(1) : "  ";
    String id = "pinned-" + query.id().substring(0, SHORT_ID) + "-" + query.edition();
    String title = quoted(title(query.text().name()));
    String panel =
        "{kind: statement, query: %s, edition: %d, minutes: 15, title: {zh: %s, en: %s}}"
            .formatted(query.id(), query.edition(), title, title);
    return text.stripTrailing()
        + """

        - id: %s
          seconds: 30
          columns:
            - width: 1
              panels:
                - %s
        """
            .formatted(id.toLowerCase(Locale.ROOT), panel)
            .replaceAll("(?m)^(?=.)", indent);
  }

  private static String title(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= LONGEST_TITLE
        ? plain
        : plain.substring(0, LONGEST_TITLE - 1).strip() + "…";
  }

  /** A text in double quotes is the same in JSON and in YAML. */
  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a name is no text: " + e.getOriginalMessage(), e);
    }
  }
}

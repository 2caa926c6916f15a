package city.chengmai.dashboard.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/**
 * Puts an emergency (应急状态) into the text of a board and takes it out again: one line, the rest of
 * the text stays as somebody wrote it.
 */
public final class EmergencyText {

  private static final String KEY = "emergency:";
  private static final ObjectMapper QUOTES = new ObjectMapper();

  private EmergencyText() {}

  /**
   * The text with an emergency, whatever it said of one before.
   *
   * @param since when it was declared; whole seconds are kept
   */
  public static String declared(String text, String name, Instant since) {
    String quoted = quoted(name);
    return "%s%s {zh: %s, en: %s, since: %s}\n"
        .formatted(
            over(text), KEY, quoted, quoted, quoted(since.truncatedTo(ChronoUnit.SECONDS) + ""));
  }

  /** The text without an emergency. */
  public static String over(String text) {
    return text.lines()
        .filter(line -> !line.startsWith(KEY))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** A text in JSON's quotation marks, which YAML reads. */
  private static String quoted(String text) {
    try {
      return QUOTES.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("quoting a text", e);
    }
  }
}

package city.chengmai.dashboard.board;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts an emergency (应急状态) into the text of a board and takes it out again, in whatever form of
 * YAML somebody wrote it. The rest of the text stays as it was; only where that cannot be, because
 * the whole board stands in braces, it is written anew with the same content.
 */
public final class EmergencyText {

  private static final String KEY = "emergency";
  private static final ObjectMapper QUOTES = new ObjectMapper();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  /** The lines of a key with its value, from 1, both included. */
  private record Lines(int first, int last) {}

  private EmergencyText() {}

  /**
   * The text with an emergency, whatever it said of one before.
   *
   * @param since when it was declared; whole seconds are kept
   */
  public static String declared(String text, String name, Instant since) {
    String quoted = quoted(name);
    String line =
        "%s: {zh: %s, en: %s, since: %s}\n"
            .formatted(KEY, quoted, quoted, quoted(since.truncatedTo(ChronoUnit.SECONDS) + ""));
    String calm = over(text);
    String declared = calm + line;
    Optional<ObjectNode> content = content(calm);
    boolean kept =
        content(declared)
            .filter(all -> all.has(KEY) && Optional.of(calm(all)).equals(content))
            .isPresent();
    return kept || content.isEmpty() ? declared : written(content.get()) + line;
  }

  /**
   * The text without an emergency; a text that cannot be read stays, with an end of its last line.
   */
  public static String over(String text) {
    Optional<ObjectNode> content = content(text);
    if (content.isEmpty() || !content.get().has(KEY)) {
      return text.endsWith("\n") ? text : text + "\n";
    }
    ObjectNode calm = calm(content.get());
    String cut = cut(text, lines(text));
    return content(cut).filter(calm::equals).isPresent() ? cut : written(calm);
  }

  private static ObjectNode calm(ObjectNode content) {
    ObjectNode calm = content.deepCopy();
    calm.remove(KEY);
    return calm;
  }

  private static String cut(String text, Lines cut) {
    List<String> lines = text.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(line -> line < cut.first() || line > cut.last())
        .mapToObj(line -> lines.get(line - 1) + "\n")
        .collect(Collectors.joining());
  }

  /** Where the first emergency stands: the text is known to have one. */
  private static Lines lines(String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME && !parser.currentName().equals(KEY)) {
        parser.nextToken();
        parser.skipChildren();
      }
      int first = parser.currentTokenLocation().getLineNr();
      int last = first;
      int depth = 0;
      do {
        depth += depthOf(parser.nextToken());
        last = Math.max(last, lastLine(parser));
      } while (depth > 0);
      return new Lines(first, last);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a board again: " + e.getMessage(), e);
    }
  }

  private static int depthOf(JsonToken token) {
    return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
  }

  /** The end of a block is noticed at what follows it, and has no characters of its own. */
  private static int lastLine(JsonParser parser) {
    JsonLocation from = parser.currentTokenLocation();
    JsonLocation to = parser.currentLocation();
    boolean empty = from.getLineNr() == to.getLineNr() && from.getColumnNr() == to.getColumnNr();
    boolean before = to.getColumnNr() == 1 && to.getLineNr() > from.getLineNr();
    return empty ? 0 : before ? to.getLineNr() - 1 : to.getLineNr();
  }

  /** What a text says; empty when it cannot be read or has no keys. */
  private static Optional<ObjectNode> content(String text) {
    try {
      JsonNode read = YAML.readTree(text);
      return read instanceof ObjectNode content ? Optional.of(content) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String written(ObjectNode content) {
    try {
      return YAML.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing a board", e);
    }
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

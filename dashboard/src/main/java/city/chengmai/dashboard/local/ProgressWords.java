package city.chengmai.dashboard.local;

import city.chengmai.dashboard.i18n.Messages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What services say of their progress, in the language of the start-up page. Services speak
 * English, for logs and terminals; what is not known here stays as they said it.
 */
final class ProgressWords {

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.counting("(\\d{1,18}) events sent", "sent"),
          Phrase.counting("(\\d{1,18}) records behind", "behind"),
          Phrase.counting("(\\d{1,18}) rows written", "rows"),
          Phrase.of(
              "(indicators|periods|portraits|portrait-changes|unusual-volume|campaigns|reconciliation)"
                  + " (\\S+) to (\\S+)",
              "job"),
          Phrase.of("preparing tables and topics of (.+)", "preparing"),
          Phrase.of("starting the topology", "topology"),
          Phrase.of("gateway on port (\\d+), .*", "gateway"),
          Phrase.of("health on (\\S+)", "health"),
          Phrase.of("starting on (\\S+)", "starting-on"),
          Phrase.of("starting Spark on (.+)", "spark"),
          Phrase.of("waiting until ingest has described the city", "waiting-for-city"),
          Phrase.of("downloading the ClickHouse library", "downloading"),
          Phrase.of("installed the ClickHouse library", "installed"),
          Phrase.of("answers again, process (\\d+)", "again"),
          Phrase.of("ended with exit code (-?\\d+)", "ended"));

  private ProgressWords() {}

  /** A service's message in the language of these messages. */
  static String of(Messages messages, String said) {
    return PHRASES.stream()
        .flatMap(phrase -> phrase.in(messages, said).stream())
        .findFirst()
        .orElse(said);
  }

  /**
   * A form of words.
   *
   * @param form what a service says, with groups
   * @param key suffix of the message
   * @param counts whether the groups are quantities, to be written as such
   */
  private record Phrase(Pattern form, String key, boolean counts) {

    static Phrase of(String form, String key) {
      return new Phrase(Pattern.compile(form), key, false);
    }

    static Phrase counting(String form, String key) {
      return new Phrase(Pattern.compile(form), key, true);
    }

    Optional<String> in(Messages messages, String said) {
      Matcher matcher = form.matcher(said);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Object[] words =
          IntStream.rangeClosed(1, matcher.groupCount())
              .mapToObj(group -> word(messages, matcher.group(group)))
              .toArray();
      return Optional.of(messages.text("start.said." + key, words));
    }

    private Object word(Messages messages, String text) {
      return counts ? Long.valueOf(text) : messages.textOr("start.job." + text, text);
    }
  }
}

package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a part of ingest is not up.
 *
 * @param code what {@code ingest.because.CODE} has words for; empty when ingest gave none
 * @param arguments what the words speak of; moments in ISO 8601
 * @param detail ingest's own sentence, in English
 */
record IngestReason(String code, List<String> arguments, String detail) {

  private static final String WORDS = "ingest.because.";
  private static final Pattern STORED =
      Pattern.compile("(?s)([a-z]+(?:-[a-z]+)*)(?:\\(([^)]*)\\))?: (.*)");

  IngestReason {
    arguments = List.copyOf(arguments);
  }

  /** A reason as table {@code ingest_states} keeps it: {@code code(arguments): detail}. */
  static IngestReason stored(String text) {
    Matcher coded = STORED.matcher(text);
    if (!coded.matches()) {
      return new IngestReason("", List.of(), text);
    }
    String about = coded.group(2);
    List<String> arguments = about == null ? List.of() : List.of(about.split(", ", -1));
    return new IngestReason(coded.group(1), arguments, coded.group(3));
  }

  /** In the reader's language; the detail itself when there are no words for it. */
  String words(Figures figures) {
    Messages messages = figures.messages();
    String key = WORDS + code;
    return isWorded(messages)
        ? messages.text(key, arguments.stream().map(about -> shown(about, figures)).toArray())
        : detail();
  }

  /** What may stand beside the words in small print; empty when it stands in their place. */
  String smallPrint(Figures figures) {
    return isWorded(figures.messages()) ? detail : "";
  }

  private boolean isWorded(Messages messages) {
    return !code.isEmpty() && messages.has(WORDS + code);
  }

  private static String shown(String argument, Figures figures) {
    try {
      return figures.fullMoment(Instant.parse(argument));
    } catch (DateTimeException noMoment) {
      return part(argument, figures.messages());
    }
  }

  /** A part of a service by its name; what is none as it is. */
  private static String part(String argument, Messages messages) {
    return messages.textOr(
        "ingest.part." + argument, messages.textOr("analytics.part." + argument, argument));
  }
}

package city.chengmai.dashboard.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line on a service's standard output that is meant for the launcher. */
public sealed interface ProgressLine {

  /** The part the service named; not always one of {@link Part}. */
  String part();

  /**
   * {@code progress PART DONE TOTAL MESSAGE}.
   *
   * @param part named by the service
   * @param done units done
   * @param total units in all, 0 when unknown
   * @param message the rest of the line
   */
  record Progress(String part, long done, long total, String message) implements ProgressLine {}

  /**
   * {@code ready PART}: it serves.
   *
   * @param part named by the service
   */
  record Ready(String part) implements ProgressLine {}

  /**
   * {@code failed PART REASON}: it is about to exit.
   *
   * @param part named by the service
   * @param reason the rest of the line
   */
  record Failed(String part, String reason) implements ProgressLine {}

  /**
   * {@code report PART NAME=COUNT …}: figures at the end of its work.
   *
   * @param part named by the service
   * @param figures by name
   */
  record Report(String part, Map<String, Long> figures) implements ProgressLine {
    /** Copies the figures. */
    public Report {
      figures = Map.copyOf(figures);
    }
  }

  /** What a line says, or empty when it is an ordinary log line. */
  static Optional<ProgressLine> parse(String line) {
    Matcher matcher = Lines.PATTERN.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group("ready") != null) {
      return Optional.of(new Ready(matcher.group("ready")));
    }
    if (matcher.group("failed") != null) {
      return Optional.of(new Failed(matcher.group("failed"), matcher.group("reason").strip()));
    }
    if (matcher.group("report") != null) {
      return Optional.of(new Report(matcher.group("report"), figures(matcher.group("figures"))));
    }
    return Optional.of(
        new Progress(
            matcher.group("progress"),
            Long.parseLong(matcher.group("done")),
            Long.parseLong(matcher.group("total")),
            matcher.group("message").strip()));
  }

  private static Map<String, Long> figures(String text) {
    Map<String, Long> figures = new HashMap<>();
    for (String figure : text.strip().split(" ", -1)) {
      int equals = figure.indexOf('=');
      figures.put(figure.substring(0, equals), Long.valueOf(figure.substring(equals + 1)));
    }
    return figures;
  }

  /** Keeps the pattern out of the interface's public face. */
  final class Lines {
    private static final Pattern PATTERN =
        Pattern.compile(
            "progress (?<progress>\\S+) (?<done>\\d{1,18}) (?<total>\\d{1,18})(?<message>(?: .*)?)"
                + "|report (?<report>\\S+)(?<figures>(?: [a-z-]+=\\d{1,18})+)"
                + "|ready (?<ready>\\S+)(?: .*)?"
                + "|failed (?<failed>\\S+)(?<reason>(?: .*)?)");

    private Lines() {}
  }
}

package city.chengmai.dashboard.local;

import java.nio.file.Path;
import java.util.List;

/**
 * Why a part gave up.
 *
 * @param part which one
 * @param reason in one sentence
 * @param exitCode of the service, 1 when it never ran
 * @param log where its log is
 * @param lastLines end of the log
 */
public record PartFailure(
    Part part, String reason, int exitCode, Path log, List<String> lastLines) {

  /** Copies the lines. */
  public PartFailure {
    lastLines = List.copyOf(lastLines);
  }

  /** The failure as a few lines for a person at a console. */
  public String describe() {
    StringBuilder text = new StringBuilder(part.wireName() + " failed: " + reason);
    if (!lastLines.isEmpty()) {
      text.append("\n  last lines of ").append(log).append(":");
      lastLines.forEach(line -> text.append("\n    ").append(line));
    } else {
      text.append("\n  log: ").append(log);
    }
    return text.toString();
  }
}

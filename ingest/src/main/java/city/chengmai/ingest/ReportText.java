package city.chengmai.ingest;

import city.chengmai.datasets.source.mapping.ImportReport;
import city.chengmai.ingest.privacy.FreeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words the report of an import. Values from files are masked. */
final class ReportText {

  private ReportText() {}

  /** For a terminal; the first line is for programs. */
  static List<String> lines(ImportReport report) {
    List<String> lines = new ArrayList<>();
    long events = report.events().values().stream().mapToLong(Long::longValue).sum();
    lines.add(
        String.format(
            Locale.ROOT,
            "report import rows=%d mapped=%d adjusted=%d refused=%d events=%d",
            report.rows(),
            report.rowsMapped(),
            report.rowsAdjusted(),
            report.rowsRefused(),
            events));
    add(lines, "events", report.events());
    add(lines, "adjusted", report.adjusted());
    add(lines, "refused", report.refused());
    if (report.vanished() > 0) {
      lines.add("  vanished from the last snapshot: " + report.vanished() + ", left as they were");
    }
    report.first().ifPresent(first -> lines.add("  first event " + first));
    report.last().ifPresent(last -> lines.add("  last event  " + last));
    report.examples().forEach(example -> lines.add("  " + example.line(FreeText::mask)));
    return lines;
  }

  /** For programs. */
  static String json(ImportReport report) {
    return report.toJson(FreeText::mask).toPrettyString() + "\n";
  }

  private static void add(List<String> lines, String heading, Map<String, Long> counts) {
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            count ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %-9s %-28s %,12d",
                        heading,
                        count.getKey(),
                        count.getValue())));
  }
}

package city.chengmai.analytics.job.rule;

import java.time.Instant;
import java.util.List;

/**
 * What an oracle in plain Java expects, in the line that {@link RuleFixture#line} makes of a
 * finding.
 */
record FindingLine(
    String key,
    String continues,
    String severity,
    String area,
    String subject,
    Instant start,
    Instant end,
    Instant known,
    Instant over,
    double observed,
    Double expected,
    Double upper,
    List<String> evidence,
    long total) {

  String text() {
    return String.join(
        " ; ",
        key,
        "after " + continues,
        severity,
        "in " + area,
        "about " + subject,
        start + " to " + end,
        "known " + known,
        "over " + (over == null ? "-" : over.toString()),
        number(observed) + " of " + number(expected) + " above " + number(upper),
        total + " " + evidence);
  }

  private static String number(Double value) {
    return value == null ? "-" : String.valueOf(Math.rint(value * 1e6) / 1e6);
  }
}

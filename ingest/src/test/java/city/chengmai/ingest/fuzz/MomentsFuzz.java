package city.chengmai.ingest.fuzz;

import city.chengmai.ingest.intake.Rfc3339;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Moments: the quick reader agrees with the platform's about every text. */
public final class MomentsFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        "2026-05-24T08:00:00Z",
        "2026-05-24T08:00:00.123456789+08:00",
        "2024-02-29T23:59:59-17:59",
        "0000-01-01T00:00:00+00:00",
        "+12026-05-24T08:00Z",
        "2026-05-24T24:00:00Z");
  }

  @Override
  public List<String> words() {
    return List.of("-00:00", "+18:00", "T24", ":60", ".0", "02-30", "9999");
  }

  @Override
  public void take(byte[] input) {
    String text = FuzzTarget.text(input);
    Optional<Instant> ours = ours(text);
    Optional<Instant> theirs = theirs(text);
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(text + " is " + ours + ", expected " + theirs);
    }
  }

  private static Optional<Instant> ours(String text) {
    try {
      return Optional.of(Rfc3339.parse(text));
    } catch (DateTimeException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> theirs(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException refused) {
      return Optional.empty();
    }
  }
}

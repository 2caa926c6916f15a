package city.chengmai.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  private static final String CHARACTERS = "0123456789-+:.TZtz ２";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-01T04:00:00Z",
        "2026-05-01T04:00:00.5+08:00",
        "2024-02-29T23:59:59.123456789-17:59",
        "1969-12-31T23:59:59.999-00:00",
        "2026-05-01T04:00Z",
        "2026-05-01T04:00:00+18:00",
        "2026-05-01T04:00:00+08",
        "+12026-05-01T04:00:00Z",
        "2026-05-01t04:00:00z"
      })
  void readsWhatTheGeneralParserReads(String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-05-01",
        "2026-05-01T04:00:00",
        "2025-02-29T04:00:00Z",
        "2026-13-01T04:00:00Z",
        "2026-05-01T04:00:60Z",
        "2026-05-01T25:00:00Z",
        "2026-05-01T04:00:00+08:60",
        "2026-05-01T04:00:00.1234567890Z"
      })
  void refusesWhatTheGeneralParserRefuses(String text) {
    assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void agreesWithTheGeneralParserOnSpoiltTexts() {
    Random random = new Random(3339);
    for (int i = 0; i < 50_000; i++) {
      String text = spoilt(random);
      assertThat(quick(text)).as(text).isEqualTo(general(text));
    }
  }

  private static String spoilt(Random random) {
    Instant moment =
        Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 8_000_000_000L), random.nextInt(4));
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
    StringBuilder text = new StringBuilder(moment.atOffset(offset).toString());
    for (int n = random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(text.length());
      text.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  private static Optional<Instant> quick(String text) {
    try {
      return Optional.of(Rfc3339.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> general(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

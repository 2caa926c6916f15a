package city.chengmai.datasets.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimesTest {

  private final LocalTimes times =
      new TimeFormat(
              List.of("yyyy-MM-dd HH:mm:ss", "M/d/yy h:mm a", "uuuu-MM-dd", "iso"),
              null,
              null,
              null,
              null,
              null)
          .reader(ZoneId.of("America/New_York"));

  @ParameterizedTest
  @CsvSource({
    "2011-07-01 01:32:33, 2011-07-01T05:32:33Z",
    "2011-12-01 01:32:33, 2011-12-01T06:32:33Z",
    "7/4/11 3:05 pm, 2011-07-04T19:05:00Z",
    "2011-07-01, 2011-07-01T04:00:00Z",
    "2011-07-01T01:00:00+08:00, 2011-06-30T17:00:00Z",
    // Clocks went back at 02:00 on 6 November: the earlier 01:30.
    "2011-11-06 01:30:00, 2011-11-06T05:30:00Z",
    // Clocks went forward at 02:00 on 13 March: 02:30 never was.
    "2011-03-13 02:30:00, 2011-03-13T07:30:00Z",
    "2059-12-31 19:00:00, 2060-01-01T00:00:00Z"
  })
  void readsEachForm(String text, Instant expected) {
    assertThat(times.read(text)).get().extracting(LocalTimes.Reading::moment).isEqualTo(expected);
  }

  @Test
  void saysWhenALocalTimeIsAmbiguousOrSkipped() {
    assertThat(times.read("2011-11-06 01:30:00").orElseThrow().later())
        .contains(Instant.parse("2011-11-06T06:30:00Z"));
    assertThat(times.read("2011-11-06 02:00:00").orElseThrow().later()).isEmpty();
    assertThat(times.read("2011-03-13 02:30:00").orElseThrow().skipped()).isTrue();
    assertThat(times.read("2011-03-13 03:00:00").orElseThrow().skipped()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2011-02-29 00:00:00", "01.07.2011", "2011-07-01 25:00:00", "NaN"})
  void whatFitsNoFormIsEmpty(String text) {
    assertThat(times.read(text)).isEmpty();
  }
}

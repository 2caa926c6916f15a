package city.chengmai.ingest.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.ingest.lifecycle.StateFormatException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchCodecTest {

  private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
  private static final Instant DUE = NOON.plusSeconds(3_600);

  /** The watch below as it was written before it had a cause. */
  private static final byte[] BEFORE_CAUSES =
      HexFormat.of()
          .parseHex(
              "01"
                  + "00000002"
                  + "6331"
                  + "00000001"
                  + "67"
                  + "00000000"
                  + "00"
                  + "01"
                  + "00000003"
                  + "413031"
                  + "0000019de1b18200"
                  + "0000019de1e87080"
                  + "0000019de1e87080"
                  + "8000000000000000"
                  + "02"
                  + "8000000000000000"
                  + "00"
                  + "0000000000000007");

  private final Watch watch =
      new Watch(
          "c1",
          "g",
          "",
          false,
          List.of(
              new Clock(
                  new Deadline("A01", NOON, DUE, DUE, null, Severity.WARNING, null), null, 7)),
          "0123456789abcdef");

  @Test
  void itComesBackWithItsCause() {
    assertThat(WatchCodec.decode(WatchCodec.encode(watch))).isEqualTo(watch);
    assertThat(WatchCodec.decode(WatchCodec.encode(watch.causedBy(""))))
        .isEqualTo(watch.causedBy(""));
  }

  @Test
  void whatVersionsWithoutACauseReadStandsAsItStoodThenCauseBehindIt() {
    byte[] bytes = WatchCodec.encode(watch);
    assertThat(Arrays.copyOf(bytes, BEFORE_CAUSES.length)).isEqualTo(BEFORE_CAUSES);
    assertThat(bytes).hasSize(BEFORE_CAUSES.length + 4 + watch.cause().length());
  }

  @Test
  void whatOtherVersionsWroteIsRead() {
    assertThat(WatchCodec.decode(BEFORE_CAUSES)).isEqualTo(watch.causedBy(""));
    byte[] second = WatchCodec.encode(watch);
    second[0] = 2;
    assertThat(WatchCodec.decode(second)).isEqualTo(watch);
  }

  @Test
  void whatIsNoWatchIsSaidToBeNone() {
    byte[] unknown = WatchCodec.encode(watch);
    unknown[0] = 3;
    assertThatThrownBy(() -> WatchCodec.decode(unknown))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("format 3");
    assertThatThrownBy(() -> WatchCodec.decode(Arrays.copyOf(BEFORE_CAUSES, 40)))
        .isInstanceOf(StateFormatException.class);
  }
}

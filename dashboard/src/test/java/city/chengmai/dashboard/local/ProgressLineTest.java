package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

  @Test
  void progressHasCountsAndAMessage() {
    assertThat(ProgressLine.parse("progress replay 500 58251 events sent"))
        .contains(new ProgressLine.Progress("replay", 500, 58_251, "events sent"));
    assertThat(ProgressLine.parse("progress broker 0 0"))
        .contains(new ProgressLine.Progress("broker", 0, 0, ""));
  }

  @Test
  void readyAndFailedNameTheirPart() {
    assertThat(ProgressLine.parse("ready broker")).contains(new ProgressLine.Ready("broker"));
    assertThat(ProgressLine.parse("failed ingest no broker at 127.0.0.1:7420"))
        .contains(new ProgressLine.Failed("ingest", "no broker at 127.0.0.1:7420"));
  }

  @Test
  void aReportHasFigures() {
    assertThat(ProgressLine.parse("report replay read=58251 sent=112821 skipped=0"))
        .contains(
            new ProgressLine.Report(
                "replay", Map.of("read", 58_251L, "sent", 112_821L, "skipped", 0L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12:00:01 INFO progress replay 1 2",
        "progress replay -1 2 x",
        "progress replay one 2",
        "progress replay 99999999999999999999 2",
        "readyreplay",
        "report replay read=x"
      })
  void anythingElseIsAnOrdinaryLine(String line) {
    assertThat(ProgressLine.parse(line)).isEmpty();
  }
}

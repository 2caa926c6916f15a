package city.chengmai.ingest.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StateWriterTest {

  @Test
  void aTextMayBeLongerThanSixtyFourKibibytes() {
    String text = "网格🌉".repeat(20_000);
    byte[] state = new StateWriter().text(text).moment(Instant.EPOCH).toBytes();
    StateReader in = new StateReader(state);
    assertThat(in.text()).isEqualTo(text);
    assertThat(in.moment()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void theFirstFormatIsStillRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(1);
    out.writeUTF("网格🌉");
    assertThat(new StateReader(bytes.toByteArray()).text()).isEqualTo("网格🌉");
  }

  @Test
  void aDamagedStateIsNoFaultOfAnEvent() {
    byte[] state = new StateWriter().text("grid").toBytes();
    StateReader cut = new StateReader(Arrays.copyOf(state, state.length - 1));
    assertThatThrownBy(cut::text).isInstanceOf(StateFormatException.class);
    assertThatThrownBy(() -> new StateReader(new byte[] {9}))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("format 9");
  }
}

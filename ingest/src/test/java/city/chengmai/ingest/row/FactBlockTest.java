package city.chengmai.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class FactBlockTest {

  @Test
  void aBlockOfOneRowTellsWhoseItIs() {
    FactBlock block = new FactBlock(FactTable.CASES);
    block.add(key("c1"), new byte[] {1, 2, 3});
    assertThat(block.value()).containsExactly(1, 2, 3);
    assertThat(FactHeaders.table(block.headers())).isEqualTo(FactTable.CASES);
    assertThat(RowIndex.of(block.headers(), 3).key(0)).isEqualTo("c1");
  }

  @Test
  void everyRowIsFoundAgainWithItsKey() {
    FactBlock block = new FactBlock(FactTable.EVENTS);
    for (int i = 0; i < 500; i++) {
      block.add(key("案件-" + i), new byte[i]);
    }
    RowIndex index = RowIndex.of(block.headers(), block.value().length);
    assertThat(index.count()).isEqualTo(500);
    assertThat(index.end(0)).isZero();
    assertThat(index.end(499)).isEqualTo(block.length());
    assertThat(index.end(300) - index.end(299)).isEqualTo(300);
    assertThat(index.key(499)).isEqualTo("案件-499");
  }

  @Test
  void aClearedBlockBeginsAnew() {
    FactBlock block = new FactBlock(FactTable.EVENTS);
    block.add(key("a"), new byte[9]);
    block.add(key("b"), new byte[9]);
    block.clear();
    block.add(key("c"), new byte[] {7});
    assertThat(RowIndex.of(block.headers(), 1).key(0)).isEqualTo("c");
    assertThat(block.value()).containsExactly(7);
  }

  @Test
  void aDamagedIndexIsToldFromAGoodOne() {
    FactBlock block = new FactBlock(FactTable.EVENTS);
    block.add(key("a"), new byte[200]);
    block.add(key("b"), new byte[200]);
    assertThatThrownBy(() -> RowIndex.of(block.headers(), 399))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("399");
    byte[] index = block.headers().lastHeader(FactBlock.ROWS).value();
    RecordHeaders cut = new RecordHeaders();
    cut.add(FactBlock.ROWS, Arrays.copyOf(index, index.length - 2));
    assertThatThrownBy(() -> RowIndex.of(cut, 400)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

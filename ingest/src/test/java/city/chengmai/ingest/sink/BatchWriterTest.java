package city.chengmai.ingest.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.ingest.row.FactTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchWriterTest {

  private static final byte BAD = 99;

  private final List<Byte> stored = new ArrayList<>();
  private final List<Long> refused = new ArrayList<>();
  private final SinkMetrics metrics = new SinkMetrics(new SimpleMeterRegistry());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 49, 98})
  void oneBadRowStandsAloneAndAllOthersLand(int badRow) {
    Batch batch = batch(99, badRow);
    writer(this::store).write(batch);
    assertThat(stored).hasSize(98).doesNotContain(BAD).doesNotHaveDuplicates();
    assertThat(refused).containsExactly((long) badRow);
    assertThat(batch.isEmpty()).isTrue();
  }

  @Test
  void aStoreThatIsAwayKeepsTheBatch() {
    Batch batch = batch(10, -1);
    RowStore away =
        (table, rows, length) -> {
          throw new StoreException(ErrorCategory.STORE_UNAVAILABLE, "away");
        };
    assertThatThrownBy(() -> writer(away).write(batch)).hasMessage("away");
    assertThat(batch.rows()).isEqualTo(10);
    writer(this::store).write(batch);
    assertThat(stored).hasSize(10);
  }

  @Test
  void aTableThatIsWrittenIsNotWrittenAgain() {
    Batch batch = batch(3, -1);
    batch.add(FactTable.CASES, new byte[] {7}, new Origin("t", 0, 3, ""), 0);
    RowStore casesAway =
        (table, rows, length) -> {
          if (table == FactTable.CASES) {
            throw new StoreException(ErrorCategory.STORE_UNAVAILABLE, "away");
          }
          store(table, rows, length);
        };
    assertThatThrownBy(() -> writer(casesAway).write(batch)).hasMessage("away");
    writer(this::store).write(batch);
    assertThat(stored).hasSize(4).doesNotHaveDuplicates();
  }

  private BatchWriter writer(RowStore store) {
    return new BatchWriter(
        store, (table, row, origin, reason) -> refused.add(origin.offset()), metrics);
  }

  private void store(FactTable table, byte[] rows, int length) {
    for (int i = 0; i < length; i++) {
      if (rows[i] == BAD) {
        throw StoreException.ofClickHouse(33, "cannot read all data");
      }
    }
    for (int i = 0; i < length; i++) {
      stored.add(rows[i]);
    }
  }

  private static Batch batch(int rows, int badRow) {
    Batch batch = new Batch();
    for (int i = 0; i < rows; i++) {
      byte value = i == badRow ? BAD : (byte) i;
      batch.add(FactTable.EVENTS, new byte[] {value}, new Origin("t", 0, i, ""), 0);
    }
    return batch;
  }
}

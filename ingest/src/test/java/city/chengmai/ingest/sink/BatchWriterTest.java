package city.chengmai.ingest.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.ingest.row.FactTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    assertThat(stored).doesNotContain(BAD);
    assertThat(new HashSet<>(stored)).hasSize(98);
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

  @Test
  void aTableThatRefusesEveryRowIsAFaultOfTheStore() {
    Batch batch = new Batch();
    for (int i = 0; i < 1_000; i++) {
      batch.add(FactTable.EVENTS, new byte[] {BAD}, new Origin("t", 0, i, ""), 0);
    }
    AtomicInteger attempts = new AtomicInteger();
    RowStore counted =
        (table, rows, length) -> {
          attempts.incrementAndGet();
          store(table, rows, length);
        };
    assertThatThrownBy(() -> writer(counted).write(batch))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("table events refused each of 8 rows");
    assertThat(refused).isEmpty();
    assertThat(attempts).hasValue(9);
    assertThat(batch.rows()).isEqualTo(1_000);
  }

  @Test
  void aBatchStaysUntilItsDeadLettersAreKept() {
    Batch batch = batch(99, 3);
    RefusedRows kafkaAway =
        new Refused() {
          @Override
          public void flush() {
            throw new StoreException(ErrorCategory.STORE_UNAVAILABLE, "no broker");
          }
        };
    assertThatThrownBy(() -> new BatchWriter(this::store, kafkaAway, metrics).write(batch))
        .hasMessage("no broker");
    assertThat(batch.rows()).isEqualTo(99);
  }

  private class Refused implements RefusedRows {
    @Override
    public void refused(FactTable table, byte[] row, Origin origin, String reason) {
      refused.add(origin.offset());
    }

    @Override
    public void flush() {}
  }

  private BatchWriter writer(RowStore store) {
    return new BatchWriter(store, new Refused(), metrics);
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

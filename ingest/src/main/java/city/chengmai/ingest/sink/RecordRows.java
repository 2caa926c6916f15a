package city.chengmai.ingest.sink;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.intake.PayloadText;
import city.chengmai.ingest.privacy.DeadLetterMask;
import city.chengmai.ingest.row.DeadLetter;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowIndex;
import city.chengmai.ingest.row.RowWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes rows of records: facts are rows already, dead letters are encoded here. Not thread-safe.
 */
final class RecordRows {

  private final RowWriter writer = new RowWriter();
  private final InstantSource clock;

  RecordRows(InstantSource clock) {
    this.clock = clock;
  }

  void add(ConsumerRecord<byte[], byte[]> record, Batch batch, long nowNanos) {
    Origin origin =
        new Origin(record.topic(), record.partition(), record.offset(), key(record.key()));
    FactTable table = FactHeaders.table(record.headers());
    if (record.topic().equals(Topics.DEAD_LETTER)) {
      batch.add(
          FactTable.DEAD_LETTERS,
          deadLetter(record, origin).row(writer, record.timestamp()),
          origin,
          nowNanos);
    } else if (table == null || record.value() == null) {
      DeadLetter letter = foreign(record, origin, "no row layout known here");
      batch.add(FactTable.DEAD_LETTERS, letter.row(writer, record.timestamp()), origin, nowNanos);
    } else {
      addFact(table, record, origin, batch, nowNanos);
    }
  }

  private void addFact(
      FactTable table,
      ConsumerRecord<byte[], byte[]> record,
      Origin origin,
      Batch batch,
      long nowNanos) {
    try {
      RowIndex index = RowIndex.of(record.headers(), record.value().length);
      if (index == null) {
        batch.add(table, record.value(), origin, nowNanos);
      } else {
        batch.add(table, record.value(), index, origin, nowNanos);
      }
    } catch (IllegalArgumentException e) {
      DeadLetter letter = foreign(record, origin, e.getMessage());
      batch.add(FactTable.DEAD_LETTERS, letter.row(writer, record.timestamp()), origin, nowNanos);
    }
  }

  private DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> record, Origin origin) {
    try {
      return DeadLetter.of(record.headers(), record.value());
    } catch (IllegalArgumentException | DateTimeException e) {
      return foreign(record, origin, "its headers are not those of a dead letter");
    }
  }

  private DeadLetter foreign(ConsumerRecord<byte[], byte[]> record, Origin origin, String seen) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return new DeadLetter(
        origin.id(),
        DeadLetterReason.ROW_REFUSED,
        "record " + origin.id() + ": " + seen,
        "",
        "",
        "",
        "",
        DeadLetterMask.mask(PayloadText.of(value)),
        value.length,
        clock.instant());
  }

  private static String key(byte[] key) {
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }
}

package city.chengmai.ingest.replay;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.source.mapping.ImportReport;
import city.chengmai.datasets.source.mapping.MappedFiles;
import city.chengmai.datasets.source.mapping.MappedRow;
import city.chengmai.datasets.source.mapping.MappedRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads described files and sends their events. The position is written after the broker has
 * acknowledged everything up to it. An import that goes on reads the rows before its position again
 * without sending them: the report is always about all rows, and what a row means may depend on
 * those before it.
 */
public final class FileImport {

  private static final int ROWS_A_POSITION = 5_000;
  private static final int ROWS_A_STEP = 1_000;

  private final MappedFiles files;
  private final Progress progress;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** Hears how far the import is. */
  @FunctionalInterface
  public interface Progress {

    /** Called every thousand rows, and at the end. */
    void at(long bytes, long allBytes, long rows, long sent);
  }

  /** An import of these files. */
  public FileImport(MappedFiles files, Progress progress) {
    this.files = files;
    this.progress = progress;
  }

  /** Reads everything and sends nothing. */
  public ImportReport check() {
    ImportReport report = new ImportReport();
    try (MappedRows rows = files.rows()) {
      while (rows.hasNext()) {
        report.add(rows.next());
        step(rows, report, 0);
      }
      report.vanished(rows.vanished());
      progress.at(files.bytes(), files.bytes(), report.rows(), 0);
    }
    return report;
  }

  /**
   * Reads everything and sends what was not sent before.
   *
   * @throws IOException when the broker does not take the events; the position says how far it is
   * @throws InterruptedException when the thread was interrupted; the position is written
   */
  public Outcome send(Producer<byte[], byte[]> producer, PositionFile file)
      throws IOException, InterruptedException {
    ImportReport report = new ImportReport();
    ReplayPosition saved = file.read();
    long already = saved.position();
    ReplayPosition reached = saved;
    try (MappedRows rows = files.rows()) {
      while (rows.hasNext()) {
        MappedRow row = rows.next();
        report.add(row);
        if (row.position() > already) {
          row.events().forEach(event -> send(producer, event));
          reached = after(reached, row);
        }
        if (reached.position() - saved.position() >= ROWS_A_POSITION) {
          saved = save(producer, file, reached);
        }
        step(rows, report, reached.sent());
        if (Thread.interrupted()) {
          save(producer, file, reached);
          throw new InterruptedException("the import was asked to stop");
        }
      }
      report.vanished(rows.vanished());
    } catch (InterruptException e) {
      Thread.interrupted();
      save(producer, file, reached);
      throw new InterruptedException("the import was asked to stop");
    }
    save(producer, file, reached);
    progress.at(files.bytes(), files.bytes(), report.rows(), reached.sent());
    return new Outcome(report, already, reached.sent());
  }

  /**
   * What an import came to.
   *
   * @param report about all rows
   * @param rowsBefore rows that an earlier import had sent
   * @param sent events sent, by all of them
   */
  public record Outcome(ImportReport report, long rowsBefore, long sent) {}

  private void step(MappedRows rows, ImportReport report, long sent) {
    if (report.rows() % ROWS_A_STEP == 0) {
      progress.at(rows.bytesDone(), files.bytes(), report.rows(), sent);
    }
  }

  private static ReplayPosition after(ReplayPosition before, MappedRow row) {
    boolean refused = row.events().isEmpty();
    return new ReplayPosition(
        row.position(),
        before.sent() + row.events().size(),
        before.skipped() + (refused ? 1 : 0),
        before.requests() + (refused ? 0 : 1),
        row.position(),
        Instant.EPOCH);
  }

  private void send(Producer<byte[], byte[]> producer, Event event) {
    byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(Topics.EVENTS, key, EventCodec.encode(event)),
            (metadata, fault) -> failure.compareAndSet(null, fault));
  }

  private ReplayPosition save(
      Producer<byte[], byte[]> producer, PositionFile file, ReplayPosition reached)
      throws IOException {
    producer.flush();
    Exception fault = failure.get();
    if (fault != null) {
      throw new IOException("the broker did not take the events: " + fault.getMessage(), fault);
    }
    file.write(reached);
    return reached;
  }
}

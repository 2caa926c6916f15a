package city.chengmai.ingest.replay;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.FeedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends the records of a feed up to now, and in live mode on and on as the city's clock reaches
 * them. The position is written after the broker has acknowledged everything up to it: a kill sends
 * some events again, and the topology refuses those as duplicates.
 */
public final class Replay {

  private static final int RECORDS_A_POSITION = 5_000;
  private static final Duration LIVE_STEP = Duration.ofMillis(200);

  private final City city;
  private final Producer<byte[], byte[]> producer;
  private final PositionFile file;
  private final InstantSource clock;
  private final Progress progress;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private ReplayPosition position;
  private ReplayPosition saved;

  /** Hears how far the replay is. */
  public interface Progress {

    /** Called after each written position. */
    void at(ReplayPosition position, long total);
  }

  /** A replay of this city's feed. */
  public Replay(
      City city,
      Producer<byte[], byte[]> producer,
      PositionFile file,
      InstantSource clock,
      Progress progress) {
    this.city = city;
    this.producer = producer;
    this.file = file;
    this.clock = clock;
    this.progress = progress;
    this.position = file.read();
    this.saved = position;
  }

  /** Sends what happened up to now. */
  public ReplayPosition catchUp() throws IOException, InterruptedException {
    return run(false);
  }

  /** Sends what happened and goes on, until the thread is interrupted or the feed ends. */
  public ReplayPosition live() throws IOException, InterruptedException {
    return run(true);
  }

  private ReplayPosition run(boolean live) throws IOException, InterruptedException {
    Iterator<FeedRecord> records = city.feed().from(position.position());
    while (records.hasNext()) {
      FeedRecord record = records.next();
      if (isAhead(record)) {
        if (!live) {
          break;
        }
        awaitMoment(record);
      }
      send(record);
      if (position.position() - saved.position() >= RECORDS_A_POSITION) {
        save();
      }
    }
    save();
    return position;
  }

  private boolean isAhead(FeedRecord record) {
    return !record.events().isEmpty() && record.events().get(0).time().isAfter(clock.instant());
  }

  private void awaitMoment(FeedRecord record) throws IOException, InterruptedException {
    Instant moment = record.events().get(0).time();
    save();
    while (moment.isAfter(clock.instant())) {
      Thread.sleep(LIVE_STEP.toMillis());
    }
  }

  private void send(FeedRecord record) {
    for (Event event : record.events()) {
      byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
      var unused =
          producer.send(
              new ProducerRecord<>(Topics.EVENTS, key, EventCodec.encode(event)),
              (metadata, fault) -> failure.compareAndSet(null, fault));
    }
    boolean empty = record.events().isEmpty();
    position =
        new ReplayPosition(
            record.position(),
            position.sent() + record.events().size(),
            position.skipped() + (empty ? 1 : 0));
  }

  private void save() throws IOException {
    producer.flush();
    Exception fault = failure.get();
    if (fault != null) {
      throw new IOException("the broker did not take the events after " + saved.position(), fault);
    }
    if (!position.equals(saved)) {
      file.write(position);
      saved = position;
    }
    progress.at(position, city.feed().records());
  }
}

package city.chengmai.ingest.replay;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.EventType;
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
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends the records of a feed up to now, and in live mode on and on as the city's clock reaches
 * them. An event is never sent before its time, even when its record has begun earlier. The
 * position is written after the broker has acknowledged everything up to it: a kill sends some
 * events again, and the topology refuses those as duplicates.
 */
public final class Replay {

  private static final int RECORDS_A_POSITION = 5_000;
  private static final Duration LIVE_STEP = Duration.ofMillis(200);

  private final City city;
  private final Producer<byte[], byte[]> producer;
  private final PositionFile file;
  private final InstantSource clock;
  private final Progress progress;
  private final HeldEvents held = new HeldEvents();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private ReplayPosition position;
  private ReplayPosition saved;
  private boolean restored;

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

  /**
   * Sends what happened and goes on, until the feed ends.
   *
   * @throws InterruptedException when the thread was interrupted; the position is written
   */
  public ReplayPosition live() throws IOException, InterruptedException {
    return run(true);
  }

  private ReplayPosition run(boolean live) throws IOException, InterruptedException {
    restoreHeld();
    try {
      takeRecords(live);
      while (live && !held.isEmpty()) {
        await(held.first().time());
      }
      save();
      return position;
    } catch (InterruptedException | IOException | RuntimeException fault) {
      // Files end with a fault of their own when interrupted. The mark is cleared, or the
      // flush that saves what was sent would be refused as well.
      if (!Thread.interrupted()
          && !(fault instanceof InterruptedException || fault instanceof InterruptException)) {
        throw fault;
      }
      save();
      throw new InterruptedException("the replay was asked to stop");
    }
  }

  private void restoreHeld() {
    if (!restored && !position.isComplete()) {
      Iterator<FeedRecord> records = city.feed().from(position.heldFrom());
      for (long at = position.heldFrom(); at < position.position(); at++) {
        held.addAfter(position.through(), records.next());
      }
    }
    restored = true;
  }

  private void takeRecords(boolean live) throws IOException, InterruptedException {
    Iterator<FeedRecord> records = city.feed().from(position.position());
    while (records.hasNext()) {
      FeedRecord record = records.next();
      if (isAhead(record)) {
        if (!live) {
          return;
        }
        await(record.events().get(0).time());
      }
      take(record);
      if (position.position() - saved.position() >= RECORDS_A_POSITION) {
        save();
      }
    }
  }

  private boolean isAhead(FeedRecord record) {
    return !record.events().isEmpty() && record.events().get(0).time().isAfter(clock.instant());
  }

  private void await(Instant moment) throws IOException, InterruptedException {
    save();
    while (moment.isAfter(clock.instant())) {
      Thread.sleep(LIVE_STEP.toMillis());
      if (held.isDue(clock.instant())) {
        save();
      }
    }
  }

  private void take(FeedRecord record) {
    Instant now = clock.instant();
    sendHeld(now);
    int sent = 0;
    for (Event event : record.events()) {
      if (!event.time().isAfter(now)) {
        send(event);
        sent++;
      }
    }
    held.addAfter(now, record);
    boolean empty = record.events().isEmpty();
    boolean request = !empty && record.events().get(0).type() == EventType.CASE_REPORTED;
    position =
        new ReplayPosition(
            record.position(),
            position.sent() + sent,
            position.skipped() + (empty ? 1 : 0),
            position.requests() + (request ? 1 : 0),
            position.heldFrom(),
            position.through());
  }

  private void sendHeld(Instant now) {
    while (held.isDue(now)) {
      send(held.first());
      held.removeFirst();
      position =
          new ReplayPosition(
              position.position(),
              position.sent() + 1,
              position.skipped(),
              position.requests(),
              position.heldFrom(),
              position.through());
    }
  }

  private void send(Event event) {
    byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(Topics.EVENTS, key, EventCodec.encode(event)),
            (metadata, fault) -> failure.compareAndSet(null, fault));
  }

  private void save() throws IOException {
    Instant now = clock.instant();
    sendHeld(now);
    long heldFrom = held.oldestOr(position.position());
    position =
        new ReplayPosition(
            position.position(),
            position.sent(),
            position.skipped(),
            position.requests(),
            heldFrom,
            heldFrom == position.position() ? Instant.EPOCH : now);
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

package city.chengmai.ingest.replay;

import static city.chengmai.ingest.TestEvents.event;
import static city.chengmai.ingest.TestEvents.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private final City city = TestCity.withFeed(events(12));

  @TempDir Path directory;

  @Test
  void sendsUpToNowAndGoesOnThereLater() throws Exception {
    try (MockProducer<byte[], byte[]> producer = producer()) {
      assertThat(replay(producer, 5).catchUp()).isEqualTo(reached(6));
      assertThat(replay(producer, 5).catchUp()).isEqualTo(reached(6));
      assertThat(replay(producer, 100).catchUp()).isEqualTo(reached(12));
      assertThat(producer.history()).hasSize(12);
    }
  }

  @Test
  void anEventIsNotSentBeforeItsTime() throws Exception {
    City open = TestCity.withRecords(List.of(life("a", 0, 50), life("b", 10, 20)));
    try (MockProducer<byte[], byte[]> producer = producer()) {
      ReplayPosition first = replay(open, producer, 30).catchUp();
      assertThat(first.sent()).isEqualTo(3);
      assertThat(first.requests()).isEqualTo(2);
      assertThat(first.isComplete()).isFalse();
      assertThat(new PositionFile(directory, open).read()).isEqualTo(first);
      assertThat(replay(open, producer, 49).catchUp().sent()).isEqualTo(3);
      ReplayPosition last = replay(open, producer, 50).catchUp();
      assertThat(last).isEqualTo(new ReplayPosition(2, 4, 0, 2, 2, Instant.EPOCH));
      assertThat(replay(open, producer, 100).live()).isEqualTo(last);
      assertThat(producer.history()).hasSize(4);
    }
  }

  @Test
  void aReplayThatIsStoppedSavesWhatItSent() {
    try (MockProducer<byte[], byte[]> producer = producer()) {
      Replay replay = replay(producer, 5);
      Thread.currentThread().interrupt();
      assertThatThrownBy(replay::live).isInstanceOf(InterruptedException.class);
      assertThat(new PositionFile(directory, city).read()).isEqualTo(reached(6));
      assertThat(producer.history()).hasSize(6);
    }
  }

  private static List<Event> life(String caseId, int opened, int closed) {
    return List.of(
        reported(caseId, opened),
        event(EventType.CASE_CLOSED, caseId, closed, "{'manner':'direct'}"));
  }

  private static ReplayPosition reached(int records) {
    return new ReplayPosition(records, records, 0, records, records, Instant.EPOCH);
  }

  @Test
  void aRefusedSendLeavesTheOldPosition() {
    try (MockProducer<byte[], byte[]> failing = failing()) {
      assertThatThrownBy(() -> replay(failing, 100).catchUp()).isInstanceOf(IOException.class);
      assertThat(new PositionFile(directory, city).read()).isEqualTo(ReplayPosition.START);
    }
  }

  private static MockProducer<byte[], byte[]> failing() {
    return new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
      @Override
      public synchronized void flush() {
        boolean more = errorNext(new IllegalStateException("no"));
        while (more) {
          more = errorNext(new IllegalStateException("no"));
        }
      }
    };
  }

  private Replay replay(MockProducer<byte[], byte[]> producer, int minutes) {
    return replay(city, producer, minutes);
  }

  private Replay replay(City source, MockProducer<byte[], byte[]> producer, int minutes) {
    return new Replay(
        source,
        producer,
        new PositionFile(directory, source),
        InstantSource.fixed(TestEvents.NOON.plus(Duration.ofMinutes(minutes))),
        (position, total) -> {});
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static List<Event> events(int count) {
    return IntStream.range(0, count).mapToObj(i -> reported("c" + i, i)).toList();
  }
}

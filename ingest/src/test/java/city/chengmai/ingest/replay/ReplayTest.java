package city.chengmai.ingest.replay;

import static city.chengmai.ingest.TestEvents.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
      assertThat(replay(producer, 5).catchUp()).isEqualTo(new ReplayPosition(6, 6, 0));
      assertThat(replay(producer, 5).catchUp()).isEqualTo(new ReplayPosition(6, 6, 0));
      assertThat(replay(producer, 100).catchUp()).isEqualTo(new ReplayPosition(12, 12, 0));
      assertThat(producer.history()).hasSize(12);
    }
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
    return new Replay(
        city,
        producer,
        new PositionFile(directory, city),
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

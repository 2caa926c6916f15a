package city.chengmai.ingest.bench;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The demo city's own mixture of events, as many as wanted and the same ones every time. */
final class BenchFeed {

  /** The areas of the demo city are drawn from 2020 on. */
  static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

  private final City city =
      Cities.load(
          "demo",
          new CityOptions(CityOptions.USUAL_SEED, Optional.of(FIRST_DAY), InstantSource.system()));

  City city() {
    return city;
  }

  Iterator<Event> events() {
    var records = city.feed().from(0);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public Event next() {
        return records.next().events().get(0);
      }
    };
  }

  /** Writes the first events to {@code city.events} and returns when the broker has them. */
  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears what the future would say.
  void preload(String bootstrapServers, long count) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", 50);
    settings.put("batch.size", 128 << 10);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      AtomicReference<Exception> failure = new AtomicReference<>();
      Iterator<Event> events = events();
      for (long i = 0; i < count; i++) {
        Event event = events.next();
        byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
        var unused =
            producer.send(
                new ProducerRecord<>(Topics.EVENTS, key, EventCodec.encode(event)),
                (written, fault) -> failure.compareAndSet(null, fault));
      }
      producer.flush();
      if (failure.get() != null) {
        throw new IllegalStateException("preloading " + Topics.EVENTS, failure.get());
      }
    }
  }
}

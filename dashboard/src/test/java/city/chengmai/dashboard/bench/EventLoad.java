package city.chengmai.dashboard.bench;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Senders that hand events to the gateway in batches at a steady rate and send a batch again until
 * it was taken, as a source that must lose nothing does. Of fifty events one reports a case, the
 * others are readings of noise meters whose values are their numbers, so that a sum tells whether
 * each counted once.
 */
final class EventLoad implements AutoCloseable {

  private static final String SOURCE = "urn:city:load";
  private static final int SENDERS = 4;
  private static final int ONE_CASE_IN = 50;
  private static final int DEVICES = 200;
  private static final int ACCEPTED = 202;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final LoadedCity city;
  private final List<String> grids;
  private final int batch;
  private final long nanosPerBatch;
  private final List<Thread> senders;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong cases = new AtomicLong();
  private final AtomicLong readings = new AtomicLong();
  private final AtomicLong sum = new AtomicLong();
  private final AtomicLong resent = new AtomicLong();
  private final AtomicReference<String> refusal = new AtomicReference<>();
  private final CaseClock clock = new CaseClock();
  private volatile boolean stopping;

  private EventLoad(LoadedCity city, int rate) {
    this.city = city;
    this.grids = city.grids();
    this.batch = Math.max(10, rate / 20);
    this.nanosPerBatch = 1_000_000_000L * batch / rate * SENDERS;
    this.senders =
        IntStream.range(0, SENDERS).mapToObj(i -> new Thread(this::send, "sender-" + i)).toList();
  }

  /** Sends this many events a second from now on. */
  static EventLoad start(LoadedCity city, int rate) {
    EventLoad load = new EventLoad(city, rate);
    load.senders.forEach(Thread::start);
    return load;
  }

  /** When each case was accepted. */
  CaseClock clock() {
    return clock;
  }

  long cases() {
    return cases.get();
  }

  long readings() {
    return readings.get();
  }

  /** Sum of the values of all readings. */
  long sum() {
    return sum.get();
  }

  /** Batches that had to be sent again. */
  long resent() {
    return resent.get();
  }

  /**
   * Stops when what is under way has been accepted.
   *
   * @throws IllegalStateException when the gateway refused a batch for good
   */
  void finish() throws InterruptedException {
    stopping = true;
    for (Thread sender : senders) {
      sender.join();
    }
    if (refusal.get() != null) {
      throw new IllegalStateException("the gateway refused a batch: " + refusal.get());
    }
  }

  @Override
  public void close() {
    stopping = true;
    senders.forEach(Thread::interrupt);
  }

  private void send() {
    long due = System.nanoTime();
    while (!stopping && refusal.get() == null) {
      LockSupport.parkNanos(due - System.nanoTime());
      send(next.getAndAdd(batch));
      // After an outage the missed ones come at once, but no more than a minute of them.
      due = Math.max(due + nanosPerBatch, System.nanoTime() - 60_000_000_000L);
    }
  }

  private void send(long first) {
    Instant now = Instant.now();
    String body =
        IntStream.range(0, batch)
            .mapToObj(
                i -> new String(EventCodec.encode(event(first + i, now)), StandardCharsets.UTF_8))
            .collect(Collectors.joining(",", "[", "]"));
    while (!accepted(body)) {
      if (refusal.get() != null || Thread.currentThread().isInterrupted()) {
        return;
      }
      resent.incrementAndGet();
      LockSupport.parkNanos(300_000_000L);
    }
    for (long number = first; number < first + batch; number++) {
      if (number % ONE_CASE_IN == 0) {
        clock.accepted(cases.incrementAndGet());
      } else {
        readings.incrementAndGet();
        sum.addAndGet(number);
      }
    }
  }

  /** A gateway that is away, busy or could not hand everything on is asked again with the same. */
  private boolean accepted(String body) {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(city.gateway()))
                  .timeout(Duration.ofSeconds(30))
                  .header("Authorization", "Bearer " + city.key())
                  .header("Content-Type", "application/cloudevents-batch+json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status >= 400 && status < 500 && status != 429 && status != 408) {
        refusal.compareAndSet(null, status + " " + answer.body());
      }
      return status == ACCEPTED;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Event event(long number, Instant now) {
    String grid = grids.get((int) (number % grids.size()));
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("areaId", grid);
    if (number % ONE_CASE_IN == 0) {
      data.put("category", "street-order").put("channel", "patrol");
      data.put("description", "a problem in the street, number " + number);
      return new Event(
          SOURCE, "case-" + number, type("case.reported"), "load-case-" + number, now, data);
    }
    data.put("kind", "noise-meter").put("metric", "sound-level").put("unit", "dB(A)");
    data.put("value", number);
    String device = "load-device-" + number % DEVICES;
    return new Event(SOURCE, "reading-" + number, type("device.telemetry"), device, now, data);
  }

  private static EventType type(String name) {
    return EventType.ofWireName("cn.grid." + name).orElseThrow();
  }
}

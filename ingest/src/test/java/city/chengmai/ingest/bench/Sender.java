package city.chengmai.ingest.bench;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends events to the gateway, one request each, at a steady rate whatever it answers: an event
 * that had to wait for a place has waited since the moment it was meant to be sent.
 */
final class Sender {

  private static final int UNDER_WAY = 512;
  private static final int EVENTS_PER_PROBE = 25;
  private static final int ACCEPTED = 202;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String key;
  private final Iterator<Event> events;
  private final Semaphore places = new Semaphore(UNDER_WAY);
  private final AtomicReference<String> failure = new AtomicReference<>();

  Sender(int port, String key, Iterator<Event> events) {
    this.address = URI.create("http://127.0.0.1:" + port + "/events");
    this.key = key;
    this.events = events;
  }

  /** Returns the rate that was reached; each 25th event is a probe. */
  double send(int rate, int seconds, Probes probes) throws InterruptedException {
    long count = (long) rate * seconds;
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      long intended = start + i * 1_000_000_000L / rate;
      sleepUntil(intended);
      send(events.next(), intended, i % EVENTS_PER_PROBE == 0 ? probes : null);
    }
    if (!places.tryAcquire(UNDER_WAY, 1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the gateway does not answer");
    }
    places.release(UNDER_WAY);
    if (failure.get() != null) {
      throw new IllegalStateException("the gateway answered " + failure.get());
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  // Parking may end early.
  private static void sleepUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // its end is counted when it completes
  private void send(Event event, long intended, Probes probes) throws InterruptedException {
    places.acquire();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/cloudevents+json; charset=utf-8")
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofByteArray(EventCodec.encode(event)))
            .build();
    // What comes of it is heard below; nobody waits for one answer.
    var unused =
        http.sendAsync(request, BodyHandlers.ofString())
            .whenComplete(
                (response, fault) -> {
                  places.release();
                  answered(event, intended, response, fault, probes);
                });
  }

  private void answered(
      Event event, long intended, HttpResponse<String> response, Throwable fault, Probes probes) {
    if (fault != null) {
      failure.compareAndSet(null, fault.toString());
    } else if (response.statusCode() != ACCEPTED) {
      failure.compareAndSet(null, response.statusCode() + " " + response.body());
    } else if (probes != null) {
      probes.accepted(event.source(), event.id(), intended);
    }
  }
}

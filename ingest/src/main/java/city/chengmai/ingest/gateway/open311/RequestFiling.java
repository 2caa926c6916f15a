package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventCodec;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.Category;
import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.ingest.gateway.key.KeyRing;
import city.chengmai.ingest.gateway.key.RateGate;
import city.chengmai.ingest.gateway.key.Source;
import city.chengmai.ingest.gateway.publish.Admitted;
import city.chengmai.ingest.gateway.publish.EventPublisher;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import city.chengmai.ingest.intake.EventReader;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.place.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Files service requests: from a form to a {@code case.reported} that Kafka has. Thread-safe. */
final class RequestFiling {

  private final Services services;
  private final Locator locator;
  private final InstantSource clock;
  private final ZoneId zone;
  private final KeyRing keys;
  private final EventPublisher publisher;
  private final GatewayMetrics metrics;
  private final ThreadLocal<EventReader> readers;
  private final StoredRequests stored;
  private final FirstAttempts attempts = new FirstAttempts();

  RequestFiling(
      Services services,
      StoredRequests stored,
      Locator locator,
      InstantSource clock,
      ZoneId zone,
      Sending sending) {
    this.services = services;
    this.stored = stored;
    this.locator = locator;
    this.clock = clock;
    this.zone = zone;
    this.keys = sending.keys();
    this.publisher = sending.publisher();
    this.metrics = sending.metrics();
    EventSchemas schemas = sending.schemas();
    this.readers = ThreadLocal.withInitial(() -> new EventReader(schemas));
  }

  /**
   * The id of the filed request, once Kafka has it.
   *
   * @param again what says that this request may have been filed before
   */
  CompletableFuture<String> file(
      Arguments form, Optional<String> key, Optional<IdempotencyKey> again) {
    Source source = source(key);
    RateGate.require(source, 1);
    Category category = services.require(serviceCode(form));
    String id =
        again
            .map(given -> RequestId.of(source.name(), given))
            .orElseGet(() -> RequestId.make(clock.instant(), zone));
    if (again.isPresent() && !attempts.knows(id) && isStored(id)) {
      return CompletableFuture.completedFuture(id);
    }
    Event made = event(id, form, category, source);
    check(EventCodec.encode(made));
    Event event = again.isPresent() ? attempts.first(made) : made;
    byte[] bytes = EventCodec.encode(event);
    Admitted admitted = new Admitted(event.source(), event.id(), event.subject(), bytes);
    return publisher.publish(List.of(admitted)).get(0).thenApply(fault -> id(event, source, fault));
  }

  private Source source(Optional<String> key) {
    Source source =
        key.flatMap(keys::holderOf)
            .orElseThrow(
                () ->
                    forbidden(
                        key.isPresent() ? "unknown-key" : "no-key",
                        "the api_key is missing or not valid; those who run the platform give keys"));
    if (source.open311Source().isEmpty()
        || !source.maySendType(EventType.CASE_REPORTED.wireName())) {
      throw forbidden("type-not-allowed", "this api_key may not file requests");
    }
    return source;
  }

  private static String serviceCode(Arguments form) {
    return form.text("service_code")
        .orElseThrow(
            () ->
                new RequestRefused(
                    400, "bad-argument", "service_code was not provided; services lists them"));
  }

  // Filed before this process started. While nobody can say, it goes out and the id keeps it one.
  private boolean isStored(String id) {
    try {
      return !stored.find(RequestFilter.of(id)).isEmpty();
    } catch (RequestRefused notNow) {
      return false;
    }
  }

  private Event event(String id, Arguments form, Category category, Source source) {
    Instant now = clock.instant();
    return new Event(
        source.open311Source().orElseThrow(),
        id,
        EventType.CASE_REPORTED,
        id,
        now,
        RequestForm.payload(form, category));
  }

  // A person waits for the answer, so the place is looked at here too, not only downstream.
  private void check(byte[] bytes) {
    try {
      EventReader reader = readers.get();
      locator.locate(reader.check(reader.parse(bytes)));
    } catch (Refusal refusal) {
      throw new RequestRefused(
          400, refusal.reason().wireName(), sentence(refusal.reason(), refusal.getMessage()));
    }
  }

  private static String sentence(DeadLetterReason reason, String detail) {
    return reason == DeadLetterReason.OUTSIDE_CITY
        ? "the place lies outside the city (" + detail + ")"
        : detail;
  }

  private String id(Event event, Source source, String fault) {
    if (fault.isEmpty()) {
      metrics.count(source.name(), GatewayMetrics.ACCEPTED, 1);
      return event.id();
    }
    metrics.count(source.name(), "unconfirmed", 1);
    throw new RequestRefused(
            503,
            "unconfirmed",
            "the request could not be stored for certain ("
                + fault
                + "); file it again later: with the same Idempotency-Key it is filed once")
        .retryAfter(Duration.ofSeconds(5));
  }

  private static RequestRefused forbidden(String reason, String sentence) {
    return new RequestRefused(403, reason, sentence);
  }
}

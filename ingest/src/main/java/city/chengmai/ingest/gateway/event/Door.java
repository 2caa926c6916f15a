package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.ingest.gateway.key.Source;
import city.chengmai.ingest.gateway.publish.Admitted;
import city.chengmai.ingest.intake.EventReader;
import city.chengmai.ingest.intake.Refusal;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The checks that need no memory: those of the topology's intake, by the same code and so with the
 * same reasons, and what the source's key allows. What needs memory (repeated, out of order,
 * outside the city, in the future) is judged later and becomes a dead letter. Thread-safe.
 */
final class Door {

  private final ThreadLocal<EventReader> readers;

  Door(EventSchemas schemas) {
    readers = ThreadLocal.withInitial(() -> new EventReader(schemas));
  }

  /** What the checks found: the event to send, or why it is refused. */
  record Verdict(Admitted admitted, EventResult refused) {}

  Verdict check(byte[] bytes, Source source) {
    JsonNode envelope = null;
    try {
      requireSize(bytes, source);
      envelope = readers.get().parse(bytes);
      Event event = readers.get().check(envelope).event();
      return allowed(event, source, bytes);
    } catch (Refusal refusal) {
      return refused(
          text(envelope, "source"),
          text(envelope, "id"),
          refusal.reason().wireName(),
          refusal.getMessage());
    }
  }

  private static Verdict allowed(Event event, Source source, byte[] bytes) {
    if (!source.maySendAs(event.source())) {
      return refused(
          event.source(),
          event.id(),
          "source-not-allowed",
          "the key of \""
              + source.name()
              + "\" may not send as this CloudEvents source; see its sources in the key file");
    }
    if (!source.maySendType(event.type().wireName())) {
      return refused(
          event.source(),
          event.id(),
          "type-not-allowed",
          "the key of \""
              + source.name()
              + "\" may not send "
              + event.type().wireName()
              + "; see its types in the key file");
    }
    return new Verdict(new Admitted(event.source(), event.id(), event.subject(), bytes), null);
  }

  private static void requireSize(byte[] bytes, Source source) throws Refusal {
    if (bytes.length > source.largestEventBytes()) {
      throw new Refusal(
          DeadLetterReason.TOO_LARGE,
          bytes.length + " bytes, at most " + source.largestEventBytes() + " are read");
    }
  }

  private static Verdict refused(String source, String id, String reason, String sentence) {
    return new Verdict(null, EventResult.refused(source, id, reason, sentence));
  }

  private static String text(JsonNode envelope, String attribute) {
    return envelope == null ? "" : envelope.path(attribute).asText("");
  }
}

package city.chengmai.ingest.gateway.publish;

import java.util.Objects;

/**
 * An event that passed the checks at the door.
 *
 * @param source who sent it
 * @param id its id within its source
 * @param subject what it is about, the key in Kafka
 * @param bytes CloudEvent in structured JSON, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
public record Admitted(String source, String id, String subject, byte[] bytes) {

  /** Refuses nulls. */
  public Admitted {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(bytes, "bytes");
  }
}

package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.health.ServiceHealth;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.PartState;
import java.time.Instant;
import java.util.List;

/**
 * What ingest says of itself now: it still answers when ClickHouse, where everything else on the
 * pages comes from, does not. Thread-safe.
 */
final class IngestBoard {

  /**
   * A part of ingest, or what it stands on.
   *
   * @param behind records that wait for it, null when it has none
   */
  record Part(String name, String state, IngestReason reason, Instant since, Long behind) {}

  private final ServiceHealth service;

  /** Asks at this address, ingest's {@code /health}. */
  IngestBoard(String address) {
    this.service = new ServiceHealth(address);
  }

  /** How each part is; empty when ingest does not answer. */
  List<Part> parts() {
    return service.parts().stream().map(IngestBoard::part).toList();
  }

  private static Part part(PartState part) {
    Health health = part.health();
    return new Part(
        part.part(),
        HealthDocument.word(health.state()),
        new IngestReason(health.code(), health.arguments(), health.reason()),
        part.since(),
        part.figures().get("behind"));
  }
}

package city.chengmai.ingest.fuzz;

import city.chengmai.ingest.gateway.event.EventBodiesFuzz;
import city.chengmai.ingest.gateway.key.KeyFileFuzz;
import city.chengmai.ingest.gateway.open311.Open311Fuzz;
import city.chengmai.ingest.lifecycle.CaseHistoryFuzz;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/** Readers of foreign input in this module. */
final class FuzzTargets {

  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        new EnvelopeFuzz(),
        new EventBodiesFuzz(),
        new Open311Fuzz(),
        new MasksFuzz(),
        new MomentsFuzz(),
        new KeyFileFuzz(),
        new CaseHistoryFuzz());
  }
}

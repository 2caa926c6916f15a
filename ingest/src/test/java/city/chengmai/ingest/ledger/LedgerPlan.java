package city.chengmai.ingest.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Makes events of several grids and days, with copies, revisions, late ones and broken ones, and
 * the ledger of what has to come of them. The same seed makes the same plan.
 */
final class LedgerPlan {

  static final Instant FIRST = Instant.parse("2026-05-04T00:00:00Z");
  static final long SPAN_SECONDS = 5 * 86_400;

  /** How far a late event may fall behind, in seconds of event time. */
  private static final double LATE = 7_200;

  private final Random random;
  private final List<String> grids;
  private final List<Letter> letters = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private int events;

  private LedgerPlan(long seed, List<String> grids) {
    this.random = new Random(seed);
    this.grids = grids;
  }

  static LedgerPlan make(long seed, int events, List<String> grids) {
    LedgerPlan plan = new LedgerPlan(seed, grids);
    CaseLives cases = new CaseLives(plan);
    OtherLives others = new OtherLives(plan);
    while (plan.events < events) {
      int kind = plan.random.nextInt(100);
      if (kind < 30) {
        cases.live();
      } else if (kind < 36) {
        others.order();
      } else if (kind < 40) {
        others.round();
      } else {
        others.reading();
      }
    }
    plan.broken(events / 1_000);
    plan.letters.sort(Comparator.comparingDouble(Letter::order));
    return plan;
  }

  List<Letter> letters() {
    return letters;
  }

  Ledger ledger() {
    return ledger;
  }

  Random random() {
    return random;
  }

  String grid() {
    return grids.get(random.nextInt(grids.size()));
  }

  /** A moment of the five days, leaving room for a life after it. */
  Instant moment() {
    return FIRST.plusSeconds(random.nextInt((int) SPAN_SECONDS - 86_400));
  }

  /**
   * Sends an event that will be accepted, some of them late, some twice, some under a wrong key.
   */
  void send(Draft draft) {
    events++;
    ledger.event(draft.type(), draft.grid(), draft.time().getEpochSecond());
    double order = order(draft);
    boolean misKeyed = random.nextInt(100) == 0;
    letters.add(new Letter(order, misKeyed ? "wrong-key" : draft.subject(), draft.json()));
    copies(draft, order);
  }

  /** Sends an event and later the same with other content; the ledger counts the second. */
  void sendRevised(Draft first, Draft second) {
    events++;
    ledger.event(second.type(), second.grid(), second.time().getEpochSecond());
    ledger.revisedIdentities++;
    ledger.revisions++;
    ledger.refused("conflicting-duplicate");
    double order = order(first);
    letters.add(new Letter(order, first.subject(), first.json()));
    copies(first, order);
    double later = order + 1 + random.nextDouble() * LATE;
    letters.add(new Letter(later, second.subject(), second.json()));
    copies(second, later);
  }

  /** Sends an event that can never be accepted. */
  void sendImpossible(Draft draft) {
    letters.add(new Letter(order(draft) + 2 * LATE, draft.subject(), draft.json()));
    ledger.refused("impossible-order");
  }

  private double order(Draft draft) {
    double late = random.nextInt(5) == 0 ? random.nextDouble() * LATE : random.nextDouble() * 60;
    return draft.time().getEpochSecond() + late;
  }

  private void copies(Draft draft, double order) {
    int copies = random.nextInt(12) == 0 ? 1 + random.nextInt(2) : 0;
    for (int i = 0; i < copies; i++) {
      double later = order + 0.5 + random.nextDouble() * LATE;
      letters.add(new Letter(later, draft.subject(), draft.json()));
      ledger.refused("duplicate");
    }
  }

  private void broken(int count) {
    for (int i = 0; i < count; i++) {
      double order = FIRST.getEpochSecond() + random.nextInt((int) SPAN_SECONDS);
      letters.add(new Letter(order, "broken-" + i, "{\"broken\": " + i));
      ledger.refused("not-json");
    }
  }
}

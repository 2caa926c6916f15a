package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.ingest.bench.Figures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends a plan to a fleet while something kills, and compares what is stored with the ledger. */
final class FleetRun {

  /** What is killed while letters are on their way; what it throws ends the run. */
  interface Killing {

    /** Waits until the next may be killed. */
    default void prepare() throws Exception {}

    /** Kills one, by its number from 1, and sees it dealt with. */
    void kill(int number) throws Exception;
  }

  private final String name;
  private final Figures figures;
  private final LedgerPlan plan;

  /**
   * A run whose figures begin with this name.
   *
   * @param events different events
   */
  FleetRun(String name, Figures figures, long seed, int events) {
    this.name = name;
    this.figures = figures;
    this.plan = LedgerPlan.make(seed, events, LedgerRun.grids());
  }

  /**
   * Sends in one part more than there are kills: the first undisturbed, each other one while
   * something is killed; the next one waits until what was killed has been dealt with.
   */
  void run(Fleet fleet, Duration sending, Map<String, Object> client, int kills, Killing killing)
      throws Exception {
    LetterSender sender = new LetterSender(plan.letters());
    sender.holdAfterFirstOf(kills + 1);
    CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> kill(kills, killing, sender));
    sender.send(sending, client);
    killer.join();
    fleet.settle();
    try (ClickHouseClient reader = fleet.reader()) {
      LedgerRun.awaitStore(reader);
      compare(new StoredLedger(reader));
    }
    figures.print(name + "_ends_of_their_own", fleet.endsOfTheirOwn(), "");
    assertThat(fleet.endsOfTheirOwn()).as("processes that ended unasked").isZero();
  }

  /** Different events that were accepted. */
  long accepted() {
    return plan.ledger().accepted;
  }

  private void compare(StoredLedger stored) {
    long lost = stored.lost(plan.ledger());
    long doubled = stored.doubled(plan.ledger());
    figures.print(name + "_acknowledged", plan.letters().size(), "records");
    figures.print(name + "_accepted", (double) plan.ledger().accepted, "events");
    figures.print(name + "_lost", (double) lost, "events");
    figures.print(name + "_doubled", (double) doubled, "events");
    assertThat(lost).as("lost").isZero();
    assertThat(doubled).as("doubled").isZero();
    // Folded twice shows in a case's version, in sums of readings, in the letters refused.
    stored.requireEqual(plan.ledger());
  }

  private static void kill(int kills, Killing killing, LetterSender sender) {
    try {
      for (int number = 1; number <= kills; number++) {
        killing.prepare();
        sender.letGo(number + 1, kills + 1);
        killing.kill(number);
      }
    } catch (Exception failed) {
      throw new IllegalStateException("killing failed", failed);
    } finally {
      sender.letAllGo();
    }
  }
}

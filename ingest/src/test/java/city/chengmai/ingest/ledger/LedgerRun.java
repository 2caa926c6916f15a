package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.CityOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a plan while the processes are killed, waits for the end and compares with the ledger. */
public final class LedgerRun {

  static final Map<String, String> SETTINGS =
      Map.of(
          "CITY_NAME", "demo",
          "CITY_CLOCK", "fixed:2026-06-01T00:00:00Z",
          "INGEST_PARKING_SECONDS", "604800");

  private static final Logger LOG = LoggerFactory.getLogger(LedgerRun.class);
  private static final int GRIDS = 12;
  private static final Duration NO_PROGRESS = Duration.ofMinutes(4);

  private final LedgerSize size;
  private final Installation installation;
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  private LedgerRun(LedgerSize size, Installation installation) {
    this.size = size;
    this.installation = installation;
  }

  /** Runs in this directory and returns a line about it. */
  public static String run(LedgerSize size, Path directory) throws Exception {
    LOG.info("ledger: {}", size);
    LedgerPlan plan = LedgerPlan.make(size.seed(), size.events(), grids());
    try (Installation installation = Installation.start(directory, SETTINGS)) {
      return new LedgerRun(size, installation).run(plan);
    }
  }

  static List<String> grids() {
    return Cities.load("demo", CityOptions.at(LedgerPlan.FIRST)).areas().baseGrids().stream()
        .map(Area::id)
        .limit(GRIDS)
        .toList();
  }

  private String run(LedgerPlan plan) throws Exception {
    long started = System.nanoTime();
    Thread killer = new Thread(this::kill, "killer");
    killer.start();
    new LetterSender(plan.letters()).send(size.sending(), installation.client());
    LOG.info("ledger: all {} records are sent", plan.letters().size());
    killer.join();
    assertThat(done).as("kills").hasSize(size.kills());
    settle(installation);
    try (ClickHouseClient client = new ClickHouseClient(installation.engine().reader())) {
      awaitStore(client);
      new StoredLedger(client).requireEqual(plan.ledger());
    }
    return summary(plan, Duration.ofNanos(System.nanoTime() - started));
  }

  // The last kill may meet ClickHouse after everything was stored: nothing else then waits for it.
  static void awaitStore(ClickHouseClient client) throws InterruptedException {
    Instant until = Instant.now().plus(NO_PROGRESS);
    while (client.health().state() != Health.State.UP && Instant.now().isBefore(until)) {
      Thread.sleep(200);
    }
  }

  private String summary(LedgerPlan plan, Duration took) {
    Ledger ledger = plan.ledger();
    return "ledger seed="
        + size.seed()
        + " records="
        + plan.letters().size()
        + " events="
        + ledger.accepted
        + " cases="
        + ledger.cases.size()
        + " revisions="
        + ledger.revisions
        + " dead_letters="
        + ledger.deadLetters
        + " kills="
        + size.kills()
        + " "
        + done
        + " ends_of_its_own="
        + installation.ingest().endsOfItsOwn()
        + " seconds="
        + took.toSeconds()
        + ": equal";
  }

  private void kill() {
    Random random = new Random(size.seed());
    List<String> victims = new ArrayList<>();
    victims.addAll(Collections.nCopies(size.ingestKills(), "ingest"));
    victims.addAll(Collections.nCopies(size.engineKills(), "clickhouse"));
    victims.addAll(Collections.nCopies(size.brokerKills(), "broker"));
    Collections.shuffle(victims, random);
    long slice = size.sending().toMillis() / Math.max(1, victims.size());
    try {
      for (String victim : victims) {
        Thread.sleep(slice / 2 + random.nextLong(slice));
        LOG.info("ledger: kill {}", victim);
        kill(victim);
        done.add(victim);
      }
    } catch (Exception failed) {
      LOG.error("ledger: killing failed", failed);
    }
  }

  private void kill(String victim) throws Exception {
    switch (victim) {
      case "ingest" -> installation.ingest().kill();
      case "clickhouse" -> installation.killEngine();
      default -> installation.killBroker();
    }
  }

  /** Returns when everything sent is in ClickHouse; fails when nothing moves for minutes. */
  static void settle(Installation installation) throws Exception {
    Settling.await(installation.client(), () -> installation.ingest().ask("/health").toString());
  }
}

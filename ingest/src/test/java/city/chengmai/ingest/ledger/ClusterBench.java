package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EmbeddedCluster;
import city.chengmai.ingest.bench.Figures;
import city.chengmai.ingest.embedded.BrokerTrio;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.ledger.Fleet.Target;
import city.chengmai.ingest.ledger.FleetRun.Killing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Past one machine, with processes on loopback: of three brokers, of two ingest processes and of
 * two ClickHouse shards each is killed in turn, under load. {@code -Dcluster.events=N} different
 * events are sent over {@code -Dcluster.seconds=N}; {@code -Dcluster.seed=N} repeats one; {@code
 * -Dcluster.standby=0} is without copies of state.
 */
class ClusterBench {

  private static final int EVENTS = Integer.getInteger("cluster.events", 60_000);
  private static final Duration SENDING =
      Duration.ofSeconds(Integer.getInteger("cluster.seconds", 100));
  private static final long SEED = Long.getLong("cluster.seed", System.nanoTime() & 0xFFFFFF);
  private static final Duration AWAY = Duration.ofSeconds(15);
  private static final int PARTITIONS = 4;
  private static final int SHARDS = 2;
  private static final String STANDBY_REPLICAS = System.getProperty("cluster.standby", "1");

  private final Figures figures = new Figures("cluster", System.out::println);

  /** Kept after a failure: the logs of the processes are in it. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void eachOfThreeBrokersIsKilled() throws Exception {
    Map<String, String> settings = Map.of("INGEST_REPLICATION_FACTOR", "3");
    FleetRun run = new FleetRun("brokers", figures, SEED, EVENTS);
    try (BrokerTrio brokers = BrokerTrio.start(directory);
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
        Fleet fleet = Fleet.start(directory, brokers.client(), of(engine), 1, AWAY, settings)) {
      run.run(fleet, SENDING, brokers.client(), 3, killBrokers(brokers));
    }
    figures.print("brokers_seed", (double) SEED, "");
  }

  @Test
  void eachOfTwoProcessesIsKilled() throws Exception {
    Map<String, String> settings = Map.of("INGEST_STANDBY_REPLICAS", STANDBY_REPLICAS);
    FleetRun run = new FleetRun("processes", figures, SEED, EVENTS);
    try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"));
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
        Fleet fleet = Fleet.start(directory, broker.client(), of(engine), 2, AWAY, settings);
        Owners owners = new Owners(broker.client())) {
      run.run(fleet, SENDING, broker.client(), 2, killProcesses(fleet, owners));
      Footprint footprint = new Footprint(figures, run.accepted());
      footprint.identities(directory.resolve("kafka"));
      footprint.facts(directory.resolve("kafka"));
      footprint.changelogs(directory.resolve("kafka"));
      try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
        footprint.tables(admin);
      }
    }
    figures.print("processes_seed", (double) SEED, "");
  }

  @Test
  void eachOfTwoShardsIsKilled() throws Exception {
    FleetRun run = new FleetRun("shards", figures, SEED, EVENTS);
    try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"));
        EmbeddedCluster cluster = EmbeddedCluster.start(directory, SHARDS)) {
      // Asked is the other server than the one that ingest writes through.
      Target store = new Target(cluster.environment(), cluster.shard(SHARDS).reader());
      try (Fleet fleet = Fleet.start(directory, broker.client(), store, 1, AWAY, Map.of())) {
        run.run(fleet, SENDING, broker.client(), SHARDS, number -> killShard(cluster, number));
      }
      spread(cluster);
    }
    figures.print("shards_seed", (double) SEED, "");
  }

  private static Target of(EmbeddedClickHouse engine) {
    return new Target(engine.environment(), engine.reader());
  }

  private Killing killBrokers(BrokerTrio brokers) {
    return number -> {
      try (Replicas replicas = new Replicas(brokers.client())) {
        replicas.awaitWhole(3);
        replicas.requireLeastInSync(2);
        brokers.kill(number);
        Thread.sleep(AWAY.toMillis());
        brokers.bringBack(number);
        figures.print(
            "brokers_in_sync_after_" + number, replicas.awaitWhole(3).toMillis() / 1e3, "s");
      }
    };
  }

  private Killing killProcesses(Fleet fleet, Owners owners) {
    return new Killing() {
      @Override
      public void prepare() throws Exception {
        owners.await(2, PARTITIONS);
      }

      @Override
      public void kill(int number) throws Exception {
        fleet.process(number).kill();
        Duration taken = owners.await(1, PARTITIONS);
        figures.print("processes_takeover_" + number, taken.toMillis() / 1e3, "s");
      }
    };
  }

  private static void killShard(EmbeddedCluster cluster, int number) throws InterruptedException {
    // Its supervisor starts it again.
    ProcessHandle.of(cluster.shard(number).pid()).ifPresent(ProcessHandle::destroyForcibly);
    Thread.sleep(SENDING.toMillis() / 10);
  }

  private void spread(EmbeddedCluster cluster) {
    for (int shard = 1; shard <= SHARDS; shard++) {
      try (ClickHouseClient client = new ClickHouseClient(cluster.shard(shard).reader())) {
        long own = Long.parseLong(client.scalar("SELECT count() FROM chengmai_local.events"));
        figures.print("shards_events_" + shard, (double) own, "events");
        assertThat(own).as("events of shard %s", shard).isGreaterThan(EVENTS / 3);
      }
    }
  }
}

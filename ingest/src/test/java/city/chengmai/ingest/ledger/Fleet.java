package city.chengmai.ingest.ledger;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several ingest processes that share the partitions of the same brokers and write to one store.
 */
final class Fleet implements AutoCloseable {

  private final Map<String, Object> client;
  private final ClickHouseEndpoint reader;
  private final List<ChildIngest> processes = new ArrayList<>();

  private Fleet(Map<String, Object> client, ClickHouseEndpoint reader) {
    this.client = client;
    this.reader = reader;
  }

  /**
   * Where rows go.
   *
   * @param environment that points a service at it
   * @param reader who sees one row a key
   */
  record Target(Map<String, String> environment, ClickHouseEndpoint reader) {}

  /**
   * Starts them all at once; returns when each says that it is ready.
   *
   * @param client how to reach the brokers
   * @param store where their rows go
   * @param size ingest processes
   * @param away how long one that was killed stays away
   * @param settings further environment of each
   */
  static Fleet start(
      Path directory,
      Map<String, Object> client,
      Target store,
      int size,
      Duration away,
      Map<String, String> settings)
      throws Exception {
    Fleet fleet = new Fleet(client, store.reader());
    try {
      for (int i = 1; i <= size; i++) {
        Map<String, String> environment = new HashMap<>(store.environment());
        environment.putAll(LedgerRun.SETTINGS);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", client.get("bootstrap.servers").toString());
        environment.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest-" + i).toString());
        environment.put("INGEST_PSEUDONYM_KEY", "the same key for every process");
        environment.putAll(settings);
        ChildIngest process =
            new ChildIngest(environment, directory.resolve("ingest-" + i + ".log"), away);
        fleet.processes.add(process);
        process.start();
      }
      for (ChildIngest process : fleet.processes) {
        process.awaitReady();
      }
      return fleet;
    } catch (Exception failed) {
      fleet.close();
      throw failed;
    }
  }

  ChildIngest process(int number) {
    return processes.get(number - 1);
  }

  /** Ends of processes that nobody killed. */
  int endsOfTheirOwn() {
    return processes.stream().mapToInt(ChildIngest::endsOfItsOwn).sum();
  }

  /** A client that reads one row a key; the caller closes it. */
  ClickHouseClient reader() {
    return new ClickHouseClient(reader);
  }

  /** Returns when everything sent is in ClickHouse. */
  void settle() throws InterruptedException {
    Settling.await(client, () -> process(1).ask("/health").toString());
  }

  @Override
  public void close() throws IOException {
    for (ChildIngest process : processes) {
      process.close();
    }
  }
}

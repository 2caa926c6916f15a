package city.chengmai.ingest.ledger;

import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EngineListener;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.ingest.embedded.ChildBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Broker, ClickHouse and ingest as processes of their own, as an installation has them; each can be
 * killed and comes back. Only processes started here are ever killed.
 */
final class Installation implements AutoCloseable {

  private final Path directory;
  private final int[] brokerPorts = ChildBroker.freePorts();
  private final EnginePorts enginePorts = EnginePorts.free();
  private final ChildIngest ingest;
  private EmbeddedClickHouse engine;
  private ChildBroker broker;

  private Installation(Path directory, Map<String, String> settings) throws IOException {
    this.directory = directory;
    broker = ChildBroker.start(directory.resolve("kafka"), brokerPorts);
    engine = startEngine();
    Map<String, String> environment = new HashMap<>(engine.environment());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    environment.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest").toString());
    environment.putAll(settings);
    ingest = new ChildIngest(environment, directory.resolve("ingest.log"));
  }

  /** Starts all three; returns when ingest says that it is ready. */
  static Installation start(Path directory, Map<String, String> settings) throws Exception {
    Installation installation = new Installation(directory, settings);
    try {
      installation.ingest.start();
      installation.ingest.awaitReady();
      return installation;
    } catch (Exception failed) {
      installation.close();
      throw failed;
    }
  }

  private EmbeddedClickHouse startEngine() {
    return EmbeddedClickHouse.start(
        directory.resolve("clickhouse"), enginePorts, EngineListener.SILENT);
  }

  ChildIngest ingest() {
    return ingest;
  }

  EmbeddedClickHouse engine() {
    return engine;
  }

  Map<String, Object> client() {
    return broker.client();
  }

  /** Kills ClickHouse; its supervisor starts it again. */
  void killEngine() {
    ProcessHandle.of(engine.pid())
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  /** Kills the broker and starts it again. */
  void killBroker() throws IOException {
    broker.kill();
    broker = ChildBroker.start(directory.resolve("kafka"), brokerPorts);
  }

  /** Stops ClickHouse until {@link #bringEngineBack}. */
  void takeEngineAway() {
    engine.close();
  }

  void bringEngineBack() {
    engine = startEngine();
  }

  @Override
  public void close() throws IOException {
    ingest.close();
    engine.close();
    broker.close();
  }
}

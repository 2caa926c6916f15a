package city.chengmai.ingest;

import city.chengmai.ingest.embedded.BrokerSettings;
import city.chengmai.ingest.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded broker until it is told to stop. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Run a single-node Kafka broker on loopback.")
final class BrokerCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data directory, formatted on the first start.")
  private Path data;

  @Option(
      names = "--port",
      defaultValue = "7420",
      description = "Port for clients (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--controller-port",
      defaultValue = "7421",
      description = "Port of the controller (default ${DEFAULT-VALUE}).")
  private int controllerPort;

  @Override
  public Integer call() throws Exception {
    Shutdown shutdown = Shutdown.watch();
    System.out.println("progress broker 0 0 starting on 127.0.0.1:" + port);
    EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(data, port, controllerPort));
    shutdown.closes(broker);
    System.out.println("ready broker");
    broker.awaitStop();
    return 0;
  }
}

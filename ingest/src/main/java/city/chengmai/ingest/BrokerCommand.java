package city.chengmai.ingest;

import city.chengmai.ingest.embedded.BrokerQuorum;
import city.chengmai.ingest.embedded.BrokerSettings;
import city.chengmai.ingest.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded broker until it is told to stop. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Run a Kafka broker on loopback, alone or one of a quorum.")
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
      description = "Port of the controller of a broker alone (default ${DEFAULT-VALUE}).")
  private int controllerPort;

  @Option(
      names = "--node",
      defaultValue = "1",
      description = "Number of this broker among the voters (default ${DEFAULT-VALUE}).")
  private int node;

  @Option(
      names = "--voters",
      split = ",",
      paramLabel = "NODE=PORT",
      description =
          "All brokers of a quorum on loopback, by number and controller port, the same for each:"
              + " 1=7421,2=7423,3=7425. Without it the broker is alone.")
  private SortedMap<Integer, Integer> voters = new TreeMap<>();

  @Override
  public Integer call() throws Exception {
    Shutdown shutdown = Shutdown.watch();
    System.out.println("progress broker 0 0 starting on 127.0.0.1:" + port);
    EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(data, port, quorum()));
    shutdown.closes(broker);
    System.out.println("ready broker");
    broker.awaitStop();
    return 0;
  }

  private BrokerQuorum quorum() {
    return voters.isEmpty() ? BrokerQuorum.alone(controllerPort) : new BrokerQuorum(node, voters);
  }
}

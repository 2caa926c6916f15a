package city.chengmai.ingest;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The ingest service: {@code java -jar ingest.jar SUBCOMMAND}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    subcommands = {BrokerCommand.class},
    description = "Takes the events of a city in: broker, topology, sinks, replay.")
public final class IngestMain {

  private IngestMain() {}

  /** Runs a subcommand and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new IngestMain()).execute(arguments));
  }
}

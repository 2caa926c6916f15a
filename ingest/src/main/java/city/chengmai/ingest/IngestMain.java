package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.BadInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The ingest service: {@code java -jar ingest.jar SUBCOMMAND}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    subcommands = {
      BrokerCommand.class,
      RunCommand.class,
      ReplayCommand.class,
      ImportCommand.class,
      DeadLettersCommand.class,
      GatewayKeyCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    },
    description =
        "Takes the events of a city in: broker, gateway, topology, sinks, replay, files, backups.")
public final class IngestMain {

  private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);

  private IngestMain() {}

  /** Runs a subcommand and exits with its code. */
  public static void main(String[] arguments) {
    CommandLine commandLine = new CommandLine(new IngestMain());
    commandLine.setExecutionExceptionHandler(
        (fault, command, parsed) -> fail(fault, part(command.getCommandName())));
    System.exit(commandLine.execute(arguments));
  }

  // What "run" runs is the part "ingest", in "ready ingest" as well.
  private static String part(String subcommand) {
    return subcommand.equals("run") ? "ingest" : subcommand;
  }

  private static int fail(Exception fault, String part) {
    System.out.println(
        "failed " + part + " " + String.valueOf(fault.getMessage()).replace('\n', ' '));
    if (fault instanceof StoreException known) {
      LOG.debug("{} failed", part, fault);
      return known.exitCode();
    }
    if (fault instanceof CityConfigurationException) {
      LOG.debug("{} failed", part, fault);
      return ErrorCategory.BAD_CONFIGURATION.exitCode();
    }
    if (fault instanceof BadInputException) {
      LOG.debug("{} failed", part, fault);
      return ErrorCategory.BAD_INPUT.exitCode();
    }
    LOG.error("{} failed", part, fault);
    return ErrorCategory.DEFECT.exitCode();
  }
}

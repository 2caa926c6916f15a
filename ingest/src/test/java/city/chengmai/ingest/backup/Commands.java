package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.ingest.IngestMain;
import java.util.List;
import picocli.CommandLine;

/** Runs subcommands in this process. */
final class Commands {

  private Commands() {}

  /** Exit code; what a fault says is added to {@code said}. */
  static int run(StringBuilder said, List<String> arguments) {
    return new CommandLine(IngestMain.class)
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> {
              said.append(fault.getMessage());
              if (fault instanceof StoreException known) {
                return known.exitCode();
              }
              throw fault;
            })
        .execute(arguments.toArray(String[]::new));
  }
}

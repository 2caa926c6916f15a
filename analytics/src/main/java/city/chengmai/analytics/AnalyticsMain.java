package city.chengmai.analytics;

import city.chengmai.analytics.detect.DetectCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The analytics service: {@code java -jar analytics.jar SUBCOMMAND}. */
@Command(
    name = "analytics",
    mixinStandardHelpOptions = true,
    subcommands = {RunCommand.class, DetectCommand.class, ScanCommand.class},
    description = "Computes indicators, portraits and alerts from what ingest has stored.")
public final class AnalyticsMain {

  private AnalyticsMain() {}

  /** Runs a subcommand and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new AnalyticsMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new FaultReport())
            .execute(arguments));
  }
}

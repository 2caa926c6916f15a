package city.chengmai.dashboard;

import city.chengmai.dashboard.local.LocalCommand;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The dashboard's command line. */
@Command(
    name = "dashboard",
    description = "Pages over the city's figures.",
    mixinStandardHelpOptions = true,
    subcommands = {ServeCommand.class, LocalCommand.class, AccountCommand.class})
public final class DashboardMain {

  private static final int DEFECT = 1;

  private DashboardMain() {}

  /** Runs a subcommand and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments);
  }

  static int run(PrintWriter out, String... arguments) {
    return new CommandLine(new DashboardMain())
        .setOut(out)
        .setExecutionExceptionHandler(DashboardMain::failed)
        .execute(arguments);
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getOut().println("failed dashboard " + failure.getMessage());
    if (failure instanceof StoreException fault) {
      return fault.exitCode();
    }
    failure.printStackTrace(command.getErr());
    return DEFECT;
  }
}

package city.chengmai.dashboard.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one service.
 *
 * @param part the part it is
 * @param arguments program and arguments
 * @param environment added to the launcher's own
 * @param log file for everything it prints
 */
public record ServiceCommand(
    Part part, List<String> arguments, Map<String, String> environment, Path log) {

  /** Copies the collections. */
  public ServiceCommand {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}

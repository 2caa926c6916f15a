package city.chengmai.dashboard.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of each service in a local run. Passwords travel in the environment only. */
final class ServiceCommands {

  private final ServiceJars jars;
  private final DataDirectory data;
  private final LocalPorts ports;
  private final Map<String, String> environment;

  ServiceCommands(
      ServiceJars jars, DataDirectory data, LocalPorts ports, Map<String, String> environment) {
    this.jars = jars;
    this.data = data;
    this.ports = ports;
    this.environment = Map.copyOf(environment);
  }

  ServiceCommand broker() {
    return command(
        Part.BROKER,
        "ingest",
        512,
        List.of(
            "broker",
            "--data",
            data.of(Part.BROKER).toString(),
            "--port",
            String.valueOf(ports.broker()),
            "--controller-port",
            String.valueOf(ports.controller())));
  }

  ServiceCommand ingest() {
    return command(Part.INGEST, "ingest", 1024, List.of("run"));
  }

  ServiceCommand replay() {
    return command(Part.REPLAY, "ingest", 768, List.of("replay", "--wait"));
  }

  ServiceCommand replayLive() {
    return command(Part.REPLAY, "ingest", 768, List.of("replay", "--live"));
  }

  ServiceCommand analyticsOnce() {
    return command(Part.ANALYTICS, "analytics", 2048, List.of("run", "--once"));
  }

  ServiceCommand analyticsFollow() {
    return command(Part.ANALYTICS, "analytics", 2048, List.of("run", "--follow"));
  }

  private ServiceCommand command(
      Part part, String service, int heapMegabytes, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx" + heapMegabytes + "m");
    // Two or four services share a small machine: fewer collector threads, smaller code caches.
    line.add("-XX:+UseSerialGC");
    line.add("-jar");
    line.add(jars.jar(service).toString());
    line.addAll(arguments);
    return new ServiceCommand(part, line, environment, data.log(part));
  }
}

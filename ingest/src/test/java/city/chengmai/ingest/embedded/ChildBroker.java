package city.chengmai.ingest.embedded;

import city.chengmai.ingest.IngestMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The broker subcommand as a child process on free loopback ports. */
public final class ChildBroker implements AutoCloseable {

  private final Process process;
  private final int port;
  private final List<String> lines = new ArrayList<>();

  private ChildBroker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static ChildBroker start(Path directory) throws IOException {
    return start(directory, freePorts());
  }

  /**
   * On these ports, for clients and controller: a broker that was killed starts again on its own.
   */
  public static ChildBroker start(Path directory, int[] ports) throws IOException {
    ChildBroker broker = new ChildBroker(launch(directory, ports[0], ports[1]), ports[0]);
    broker.readUntilReady();
    return broker;
  }

  /** One of several, with the options that name it and the others; ready when most of them run. */
  static ChildBroker startOneOf(Path directory, int port, List<String> quorum) throws IOException {
    List<String> options = new ArrayList<>(List.of("--port", Integer.toString(port)));
    options.addAll(quorum);
    ChildBroker broker = new ChildBroker(launch(directory, options), port);
    broker.readUntilReady();
    return broker;
  }

  static Process launch(Path directory, int port, int controllerPort) throws IOException {
    return launch(
        directory,
        List.of(
            "--port",
            Integer.toString(port),
            "--controller-port",
            Integer.toString(controllerPort)));
  }

  private static Process launch(Path directory, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("java.class.path"),
                IngestMain.class.getName(),
                "broker",
                "--data",
                directory.toString()));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    builder.redirectErrorStream(true);
    return builder.start();
  }

  public static int[] freePorts() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      return new int[] {first.getLocalPort(), second.getLocalPort()};
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public long pid() {
    return process.pid();
  }

  public Map<String, Object> client() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  private void readUntilReady() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (line != null) {
      lines.add(line);
      if (line.equals("ready broker")) {
        drain(reader);
        return;
      }
      line = reader.readLine();
    }
    throw new IllegalStateException("the broker did not start: " + String.join("\n", lines));
  }

  private static void drain(BufferedReader reader) {
    Thread thread = new Thread(() -> reader.lines().forEach(line -> {}), "broker-output");
    thread.setDaemon(true);
    thread.start();
  }
}

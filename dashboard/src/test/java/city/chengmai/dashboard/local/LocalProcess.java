package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The one command as a process of its own, with what it prints. */
final class LocalProcess implements AutoCloseable {

  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final List<Integer> PORTS = List.of(0, 10, 11, 20, 21, 30, 31, 32);

  private final Process process;
  private final LocalPorts ports;
  private final BufferedReader output;

  private LocalProcess(Process process, LocalPorts ports) {
    this.process = process;
    this.ports = ports;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it on free ports; {@code once} is the option {@code --once} as it is given. */
  static LocalProcess start(Path city, Path data, String once) throws IOException {
    Files.createDirectories(data);
    LocalPorts ports = new LocalPorts(freePort());
    Process process =
        java(
            "-jar",
            ROOT.resolve("dashboard/target/dashboard.jar").toString(),
            "local",
            "--city=" + city,
            "--data=" + data,
            "--port=" + ports.dashboard(),
            once);
    return new LocalProcess(process, ports);
  }

  /** A Java process whose errors are among its output. */
  static Process java(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    // Also of the services that it starts: they live too short to be worth a second compiler.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    // Other tests run beside it and are no walls: the jobs need not wait for them.
    builder.environment().put("ANALYTICS_NICENESS", "0");
    return builder.start();
  }

  Process process() {
    return process;
  }

  LocalPorts ports() {
    return ports;
  }

  /** Stops it if it still runs, and all that it started. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /** What it prints until it ends. */
  List<String> lines() {
    return output.lines().toList();
  }

  /** Reads up to the line that begins so. */
  void await(String start) throws IOException {
    List<String> seen = new ArrayList<>();
    String line = output.readLine();
    while (line != null && !line.startsWith(start)) {
      seen.add(line);
      line = output.readLine();
    }
    assertThat(line).as("waited for \"%s\", it said %s", start, seen).isNotNull();
  }

  /** Nobody wants to know what else it says. */
  void drain() {
    Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
    drain.setDaemon(true);
    drain.start();
  }

  /**
   * The first of a run of free ports, since the services take those next to it; below those that
   * systems hand out to whoever asks for any, which other tests may be given meanwhile.
   */
  private static int freePort() {
    Random random = new Random();
    int port = 0;
    do {
      port = 15_000 + random.nextInt(15_000);
    } while (!areFree(port));
    return port;
  }

  private static boolean areFree(int first) {
    return PORTS.stream().allMatch(offset -> free(first + offset));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}

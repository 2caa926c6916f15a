package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged services as the one command does. */
class LocalRunIT {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir static Path directory;

  @BeforeAll
  static void requireThePackagedServices() throws IOException {
    for (String service : List.of("dashboard", "ingest", "analytics")) {
      assertThat(ROOT.resolve(service).resolve("target").resolve(service + ".jar"))
          .as("build all modules first: mvn verify, or mvn package -pl ingest,analytics -am")
          .exists();
    }
    TinyCity.write(directory.resolve("city"));
  }

  @Test
  void aHeadlessRunCountsEveryRequestAndASecondOneChangesNothing() throws Exception {
    Path data = directory.resolve("once");
    List<String> first = runOnce(data);
    assertThat(first)
        .contains(
            line("requests read", TinyCity.REQUESTS),
            line("cases in ClickHouse", TinyCity.REQUESTS),
            line("  closed", TinyCity.CLOSED),
            line("  open", TinyCity.REQUESTS - TinyCity.CLOSED),
            line("  with due time", TinyCity.DUE),
            line("    closed by it", TinyCity.CLOSED_BY_DUE),
            line("lost", 0),
            line("dead letters", 0),
            line("  of grids", 2));
    assertThat(figures(runOnce(data))).isEqualTo(figures(first));
  }

  @Test
  void aSignalLeavesNoProcess() throws Exception {
    int port = freePort();
    Process launcher = start(directory.resolve("signal"), port, "--once=false");
    awaitBroker(launcher);
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(page.body()).contains("data-part=\"broker\"");
    List<ProcessHandle> family = new ArrayList<>(launcher.descendants().toList());
    assertThat(family).isNotEmpty();
    launcher.destroy();
    assertThat(launcher.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void killingTheLauncherEndsTheServicesToo() throws Exception {
    Process launcher = start(directory.resolve("killed"), freePort(), "--once=false");
    awaitBroker(launcher);
    List<ProcessHandle> family = launcher.descendants().toList();
    launcher.destroyForcibly().waitFor();
    for (ProcessHandle process : family) {
      process.onExit().get(2, TimeUnit.MINUTES);
    }
    assertThat(family).noneMatch(ProcessHandle::isAlive);
  }

  private static List<String> runOnce(Path data) throws Exception {
    Process launcher = start(data, freePort(), "--once");
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = output(launcher)) {
      output.lines().forEach(lines::add);
    }
    assertThat(launcher.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  private static void awaitBroker(Process launcher) throws IOException {
    BufferedReader output = output(launcher);
    String line = output.readLine();
    while (line != null && !line.startsWith("broker      ready")) {
      line = output.readLine();
    }
    assertThat(line).isNotNull();
    Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
    drain.setDaemon(true);
    drain.start();
  }

  private static Process start(Path data, int port, String once) throws IOException {
    Files.createDirectories(data);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            ROOT.resolve("dashboard/target/dashboard.jar").toString(),
            "local",
            "--city=" + directory.resolve("city"),
            "--data=" + data,
            "--port=" + port,
            once)
        .redirectErrorStream(true)
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static List<String> figures(List<String> lines) {
    return lines.stream()
        .dropWhile(line -> !line.startsWith("Summary"))
        .filter(line -> !line.startsWith("time taken"))
        .toList();
  }

  private static String line(String label, int figure) {
    return String.format("%-30s%12s", label, figure);
  }

  /** The first of a run of free ports, since the services take those next to it. */
  private static int freePort() throws IOException {
    while (true) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = first.getLocalPort();
        if (port < 32000 + 28000
            && List.of(10, 11, 20, 21, 30).stream().allMatch(o -> free(port + o))) {
          return port;
        }
      }
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}

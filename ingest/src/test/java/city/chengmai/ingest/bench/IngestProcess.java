package city.chengmai.ingest.bench;

import city.chengmai.ingest.IngestMain;
import city.chengmai.testing.ProcessCost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ingest run} as a process of its own, with the heap that its README names. */
final class IngestProcess implements AutoCloseable {

  private static final int START_MINUTES = 3;
  private static final Pattern GATEWAY = Pattern.compile("gateway on port (\\d+)");

  private final Process process;
  private final CompletableFuture<Integer> gatewayPort = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private IngestProcess(Process process) {
    this.process = process;
  }

  static IngestProcess start(Map<String, String> environment, List<String> settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseParallelGC"));
    String more = System.getProperty("bench.jvm", "");
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" ")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(IngestMain.class.getName(), "run"));
    settings.forEach(setting -> command.addAll(List.of("--set", setting)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    IngestProcess started = new IngestProcess(builder.start());
    started.drain();
    return started;
  }

  ProcessCost cost() {
    return new ProcessCost(process.pid());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  /** Waits until it is ready and tells the port of its gateway. */
  int readyGateway() throws InterruptedException, ExecutionException, TimeoutException {
    ready.get(START_MINUTES, TimeUnit.MINUTES);
    return gatewayPort.get();
  }

  private void heed(String line) {
    Matcher gateway = GATEWAY.matcher(line);
    if (gateway.find()) {
      gatewayPort.complete(Integer.parseInt(gateway.group(1)));
    } else if (line.equals("ready ingest")) {
      ready.complete(true);
    }
  }

  private void drain() {
    Thread thread =
        new Thread(
            () ->
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .forEach(this::heed),
            "ingest-output");
    thread.setDaemon(true);
    thread.start();
  }
}

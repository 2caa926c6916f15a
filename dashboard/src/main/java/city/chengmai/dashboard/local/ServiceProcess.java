package city.chengmai.dashboard.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One running service. Its standard output and error go to its log file, lines of the output also
 * to a listener. Closing its standard input asks it to stop.
 */
final class ServiceProcess {

  /**
   * Ctrl-C reaches the whole foreground group. The services must outlive it, so that the launcher
   * can stop them in order; an ignored signal stays ignored across exec.
   */
  private static final List<String> IGNORING_CONTROL_C =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  private final Process process;
  private final Thread output;

  private ServiceProcess(Process process, Thread output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a service.
   *
   * @throws UncheckedIOException when the program or the log cannot be opened
   */
  static ServiceProcess start(ServiceCommand command, Consumer<String> listener) {
    List<String> arguments = new ArrayList<>(IGNORING_CONTROL_C);
    arguments.addAll(command.arguments());
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.environment().putAll(command.environment());
    builder.environment().put("CHENGMAI_DIE_WITH_PARENT", "1");
    try {
      LogFile log = LogFile.open(command.log());
      log.write("--- " + String.join(" ", command.arguments()));
      Process process = builder.start();
      Thread output = new Thread(() -> pump(process.getInputStream(), log, listener));
      output.setName(command.part().wireName() + "-output");
      output.setDaemon(true);
      output.start();
      return new ServiceProcess(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException("start " + command.arguments(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ended and its last line was read; the exit code. */
  int await() throws InterruptedException {
    int code = process.waitFor();
    // A grandchild may hold the pipe open for longer than we care.
    output.join(Duration.ofSeconds(2).toMillis());
    return code;
  }

  /** The exit code, once it ended. */
  CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks it to stop, then insists, then kills it and whatever it started. */
  void stop(Duration patience) {
    List<ProcessHandle> family = process.descendants().toList();
    closeInput();
    if (!ended(patience)) {
      process.destroy();
      if (!ended(patience.dividedBy(2))) {
        process.destroyForcibly();
        ended(Duration.ofSeconds(5));
      }
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private boolean ended(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // The service ended first.
      return;
    }
  }

  private static void pump(InputStream input, LogFile log, Consumer<String> listener) {
    try (log;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        log.write(line);
        listener.accept(line);
      }
    } catch (IOException streamClosed) {
      log.write("--- output closed: " + streamClosed.getMessage());
    }
  }
}

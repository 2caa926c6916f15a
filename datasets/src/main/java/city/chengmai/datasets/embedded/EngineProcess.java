package city.chengmai.datasets.embedded;

import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The child process of one start. */
final class EngineProcess {

  /**
   * Ctrl-C reaches the whole foreground group. The engine ends last, when its standard input
   * closes, so that everybody else can still write; an ignored signal stays ignored across exec.
   */
  private static final List<String> IGNORING_CONTROL_C =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  private static final int STOP_SECONDS = 20;

  private final Process process;

  private EngineProcess(Process process) {
    this.process = process;
  }

  static EngineProcess spawn(Path library, EngineFiles files) throws IOException {
    List<String> command = new ArrayList<>(IGNORING_CONTROL_C);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // The Java side only waits; the engine's memory is native.
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            origin(EngineMain.class) + File.pathSeparator + origin(Native.class),
            EngineMain.class.getName(),
            library.toString(),
            files.root().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(files.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(files.output().toFile()));
    // The options of the parent (a debugger's port, a module path) are not the engine's.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return new EngineProcess(builder.start());
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Closes its standard input, waits for it to close its tables, and ends it if it does not. */
  void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("no path to the classes of " + type, impossible);
    }
  }
}

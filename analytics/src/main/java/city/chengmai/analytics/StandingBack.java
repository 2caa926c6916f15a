package city.chengmai.analytics;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the threads of this process stand back for those of others: a wall on the same machine does
 * not wait for a job, and a job takes all that nobody else wants. A thread begins as nice as the
 * one that starts it, so this comes first. Does nothing, and says so once, where it cannot.
 */
final class StandingBack {

  private static final Logger LOG = LoggerFactory.getLogger(StandingBack.class);
  private static final File THREADS = new File("/proc/self/task");
  private static final int SECONDS = 10;

  /** How nice a thread is, in the line of its state, behind its name. */
  private static final int NICE = 16;

  private StandingBack() {}

  /**
   * Makes all threads so nice, unless they are nicer already.
   *
   * @param niceness 0 to 19; 0 changes nothing
   */
  static void by(int niceness) {
    try {
      if (niceness <= niceness()) {
        return;
      }
      boolean nice = renice(niceness);
      // Again: a thread may have been started by one that was not nice yet.
      nice &= renice(niceness);
      if (!nice) {
        LOG.warn("jobs do not stand back for others: renice did not work");
      }
    } catch (IOException e) {
      LOG.warn("jobs do not stand back for others: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How nice the thread is that asks. */
  static int niceness() throws IOException {
    String state = Files.readString(Path.of("/proc/thread-self/stat"));
    String[] fields = state.substring(state.lastIndexOf(')') + 2).split(" ", -1);
    return Integer.parseInt(fields[NICE]);
  }

  private static boolean renice(int niceness) throws IOException, InterruptedException {
    String[] threads = THREADS.list();
    if (threads == null) {
      throw new IOException("this system shows no threads at " + THREADS);
    }
    List<String> line = new ArrayList<>(List.of("renice", String.valueOf(niceness), "-p"));
    line.addAll(Arrays.asList(threads));
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    // A thread that has ended meanwhile fails it; what counts is how nice this one is now.
    return process.waitFor(SECONDS, TimeUnit.SECONDS) && niceness() >= niceness;
  }
}

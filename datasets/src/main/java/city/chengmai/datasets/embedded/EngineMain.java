package city.chengmai.datasets.embedded;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The child process: a ClickHouse server inside libchdb. Arguments: library, data directory. It
 * ends, cleanly, when its standard input closes, and so with its parent.
 */
public final class EngineMain {
  private static final String KEEP_SERVING =
      "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP;"
          + " SELECT count() FROM file('/dev/stdin', 'LineAsString') FORMAT Null";

  /** After a buffer, its length, a vector, seconds (double), rows and bytes: eight bytes each. */
  private static final long ERROR_MESSAGE_OFFSET = 6 * Long.BYTES;

  /** The one function used of libchdb: the command line of clickhouse-local. */
  interface Chdb extends Library {
    @SuppressWarnings("checkstyle:MethodName")
    Pointer query_stable_v2(int count, Pointer arguments);
  }

  private EngineMain() {}

  /** Serves until standard input closes. */
  public static void main(String[] arguments) throws IOException {
    EngineFiles files = new EngineFiles(Path.of(arguments[1]));
    // A predecessor whose parent was killed may still be closing its tables: wait for it.
    try (FileChannel file =
            FileChannel.open(
                files.processLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      if (held.isValid()) {
        files.removeSystemTables();
        serve(arguments[0], files.configuration().toString());
      }
    }
  }

  private static void serve(String library, String configuration) {
    String[] command = {
      "clickhouse",
      "--config-file=" + configuration,
      "--log-level=information",
      "--query",
      KEEP_SERVING
    };
    Chdb chdb = Native.load(library, Chdb.class);
    Pointer result = chdb.query_stable_v2(command.length, new StringArray(command, "UTF-8"));
    Pointer error = result == null ? null : result.getPointer(ERROR_MESSAGE_OFFSET);
    if (error != null) {
      System.err.println(error.getString(0, "UTF-8"));
      System.exit(1);
    }
  }
}

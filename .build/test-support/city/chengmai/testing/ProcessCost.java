package city.chengmai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has cost so far, as Linux counts it in {@code /proc}.
 *
 * @param pid process id
 */
public record ProcessCost(long pid) {

  /** Linux reports process times in this unit on every architecture. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final double KIBIBYTES_PER_MEGABYTE = 1024;

  /** CPU seconds of all threads, user and system. */
  public double cpuSeconds() {
    String line = read("stat").get(0);
    // The name in brackets may hold spaces, so counting begins behind it.
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        / TICKS_PER_SECOND;
  }

  /** Largest resident size so far, in MiB. */
  public double peakMegabytes() {
    return read("status").stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .map(kibibytes -> kibibytes / KIBIBYTES_PER_MEGABYTE)
        .findFirst()
        .orElseThrow();
  }

  private List<String> read(String name) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), name));
    } catch (IOException e) {
      throw new UncheckedIOException("reading /proc/" + pid + "/" + name, e);
    }
  }
}

package city.chengmai.analytics.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process has taken so far, as Linux counts it in {@code /proc}. */
record ProcessCost(long pid) {

  private static final double KIBIBYTES_PER_MEGABYTE = 1024;

  /** Largest resident size so far, in MiB. */
  double peakMegabytes() {
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

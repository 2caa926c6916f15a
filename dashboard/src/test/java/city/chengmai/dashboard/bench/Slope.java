package city.chengmai.dashboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jfree.data.statistics.Regression;

/**
 * What grows: samples of one figure of processes over time. The slope is that of the process that
 * lived longest, without its first minute, in which it warms up.
 */
final class Slope {

  private static final double WARM_UP_SECONDS = 60;

  private final Map<Long, List<double[]>> samples = new HashMap<>();

  void add(long process, double seconds, double value) {
    samples.computeIfAbsent(process, pid -> new ArrayList<>()).add(new double[] {seconds, value});
  }

  /** Units an hour; not a number when no process lived for two minutes. */
  double perHour() {
    List<double[]> longest = longest();
    double[][] warm =
        longest.stream()
            .filter(sample -> sample[0] - longest.get(0)[0] >= WARM_UP_SECONDS)
            .map(sample -> new double[] {sample[0] / 3_600, sample[1]})
            .toArray(double[][]::new);
    return warm.length < 3 ? Double.NaN : Regression.getOLSRegression(warm)[1];
  }

  /** Largest value seen of any process. */
  double largest() {
    return samples.values().stream()
        .flatMap(List::stream)
        .mapToDouble(sample -> sample[1])
        .max()
        .orElse(Double.NaN);
  }

  private List<double[]> longest() {
    return samples.values().stream()
        .max(
            java.util.Comparator.comparingDouble(
                list -> list.get(list.size() - 1)[0] - list.get(0)[0]))
        .orElse(List.of());
  }

  /** Resident memory of a process in megabytes, as the kernel counts it. */
  static double residentMegabytes(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024.0)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  /** Open files and sockets of a process. */
  static double handles(long pid) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files.count();
    }
  }
}

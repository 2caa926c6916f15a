package city.chengmai.dashboard.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Durations by kind, from many threads, how many requests failed, and lines of the benchmark. */
final class Timings {

  private final String bench;
  private final Consumer<String> lines;
  private final Map<String, ConcurrentLinkedQueue<Double>> milliseconds = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();

  Timings(String bench, Consumer<String> lines) {
    this.bench = bench;
    this.lines = lines;
  }

  void add(String kind, long nanos) {
    milliseconds.computeIfAbsent(kind, name -> new ConcurrentLinkedQueue<>()).add(nanos / 1e6);
  }

  void fail(String kind) {
    failures.computeIfAbsent(kind, name -> new AtomicLong()).incrementAndGet();
  }

  long failures(String kind) {
    AtomicLong count = failures.get(kind);
    return count == null ? 0 : count.get();
  }

  int count(String kind) {
    ConcurrentLinkedQueue<Double> values = milliseconds.get(kind);
    return values == null ? 0 : values.size();
  }

  /** Forgets everything so far: what follows is measured warm. */
  void reset() {
    milliseconds.clear();
    failures.clear();
  }

  /** The value that this share of all is not above; not a number when there is none. */
  double percentile(String kind, double share) {
    ConcurrentLinkedQueue<Double> values = milliseconds.get(kind);
    if (values == null) {
      return Double.NaN;
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }

  /** Prints count, median and 95th percentile of a kind. */
  void print(String kind) {
    line(kind + "_count", count(kind), "1");
    line(kind + "_failed", (double) failures(kind), "1");
    line(kind + "_p50_ms", percentile(kind, 0.50), "ms");
    line(kind + "_p95_ms", percentile(kind, 0.95), "ms");
  }

  /** Prints one figure. */
  void line(String figure, double value, String unit) {
    String number = String.format(Locale.ROOT, "%.3f", value);
    lines.accept("bench " + bench + " " + figure + " " + number + " " + unit);
  }
}

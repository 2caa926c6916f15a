package city.chengmai.ingest.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What was measured, round after round, and its medians as lines of the benchmark. */
public final class Figures {

  private final String bench;
  private final Consumer<String> lines;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  /** Figures of the benchmark of this name, whose lines go there. */
  public Figures(String bench, Consumer<String> lines) {
    this.bench = bench;
    this.lines = lines;
  }

  void add(String figure, double value) {
    values.computeIfAbsent(figure, name -> new ArrayList<>()).add(value);
  }

  double median(String figure) {
    List<Double> sorted = values.get(figure).stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  void printMedian(String figure, String unit) {
    print(figure, median(figure), unit);
  }

  /** A count or a ratio has no unit of its own: it is printed as 1. */
  public void print(String figure, double value, String unit) {
    String number = String.format(Locale.ROOT, "%.3f", value);
    lines.accept(
        "bench " + bench + " " + figure + " " + number + " " + (unit.isEmpty() ? "1" : unit));
  }
}

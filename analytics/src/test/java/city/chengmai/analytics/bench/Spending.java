package city.chengmai.analytics.bench;

import city.chengmai.testing.ProcessCost;
import java.util.List;

/**
 * What a piece of work took. Seconds depend on what else the machine does, CPU seconds hardly.
 *
 * @param seconds on the clock
 * @param cpuSeconds of this process and the server together
 */
record Spending(double seconds, double cpuSeconds) {

  private static final double NANOS = 1e9;

  static Spending of(List<ProcessCost> processes, Runnable work) {
    double cpu = cpu(processes);
    long start = System.nanoTime();
    work.run();
    return new Spending((System.nanoTime() - start) / NANOS, cpu(processes) - cpu);
  }

  /** CPU seconds of these processes until now. */
  static double cpu(List<ProcessCost> processes) {
    return processes.stream().mapToDouble(ProcessCost::cpuSeconds).sum();
  }
}

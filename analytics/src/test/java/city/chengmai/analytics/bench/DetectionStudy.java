package city.chengmai.analytics.bench;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Holds methods against the same simulated runs: thresholds from runs of one seed, everything else
 * from as many of another.
 *
 * @param rivals the methods, the default first
 * @param design from a number and random draws to a run
 */
record DetectionStudy(List<Rival> rivals, BiFunction<Integer, Draws, SimulatedRun> design) {

  private static final long OTHER_SEED = 0x9E3779B97F4A7C15L;

  void simulate(int runs, long seed) {
    Draws calibration = new Draws(seed ^ OTHER_SEED);
    Draws measurement = new Draws(seed);
    for (int i = 0; i < runs; i++) {
      SimulatedRun first = design.apply(i, calibration);
      SimulatedRun second = design.apply(i, measurement);
      for (Rival rival : rivals) {
        rival.calibrate(first);
        rival.measure(second);
      }
    }
  }
}

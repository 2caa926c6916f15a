package city.chengmai.datasets.source.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * How busy a grid is and how well it is run.
 *
 * @param volume 1 is the usual for its type; a handful of grids see hardly anything
 * @param quality 0 (badly run) to 1 (very well)
 */
record GridTraits(double volume, double quality) {

  private static final double QUIET = 0.05;

  /** Traits for the grids of one type: quality spread evenly and dealt out by the seed. */
  static List<GridTraits> deal(int count, boolean oneIsQuiet, Dice dice) {
    List<Double> qualities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double step = count == 1 ? 0.5 : i / (count - 1.0);
      qualities.add(dice.below(i + 1), step);
    }
    List<GridTraits> traits = new ArrayList<>();
    int quiet = oneIsQuiet ? dice.below(count) : -1;
    for (int i = 0; i < count; i++) {
      double volume = i == quiet ? QUIET : dice.between(0.7, 1.35);
      traits.add(new GridTraits(volume, qualities.get(i)));
    }
    return traits;
  }
}

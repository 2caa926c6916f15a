package city.chengmai.datasets.source.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How busy a grid is and how well it is run.
 *
 * @param volume 1 is the usual for its type
 * @param quality 0 (badly run) to 1 (very well)
 * @param quiet whether it sees just enough to be judged; incidents do not start in it
 */
record GridTraits(double volume, double quality, boolean quiet) {

  /** Traits for the grids of one type: quality spread evenly and dealt out by the seed. */
  static List<GridTraits> deal(int count, OptionalDouble quietVolume, Dice dice) {
    List<Double> qualities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double step = count == 1 ? 0.5 : i / (count - 1.0);
      qualities.add(dice.below(i + 1), step);
    }
    List<GridTraits> traits = new ArrayList<>();
    int quiet = quietVolume.isPresent() ? dice.below(count) : -1;
    for (int i = 0; i < count; i++) {
      double volume = i == quiet ? quietVolume.orElseThrow() : dice.between(0.7, 1.35);
      traits.add(new GridTraits(volume, qualities.get(i), i == quiet));
    }
    return traits;
  }
}

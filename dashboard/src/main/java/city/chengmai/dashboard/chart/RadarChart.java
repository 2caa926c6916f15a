package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A radar (雷达图) of scores on a common scale from zero, with rings.
 *
 * @param caption words
 * @param axes labels around, three or more, clockwise from the top
 * @param maximum value of the outermost ring, above zero
 * @param own the unit's scores, one for each axis
 * @param peer the peers' mean, one for each axis
 */
public record RadarChart(
    Caption caption, List<String> axes, double maximum, Named own, Optional<Named> peer)
    implements Chart {
  /** Checks and copies. */
  public RadarChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(own, "own");
    axes = List.copyOf(axes);
    if (axes.size() < 3) {
      throw new IllegalArgumentException("axes must be three or more but are " + axes.size());
    }
    if (!(maximum > 0)) {
      throw new IllegalArgumentException("maximum must be above zero but is " + maximum);
    }
    SeriesLimit.sameSize("axes", axes.size(), List.of(own));
    SeriesLimit.sameSize("axes", axes.size(), peer.stream().toList());
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.radar(this);
  }
}

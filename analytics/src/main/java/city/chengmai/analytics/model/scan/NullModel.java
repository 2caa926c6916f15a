package city.chengmai.analytics.model.scan;

import java.util.random.RandomGenerator;

/** Draws data as they would be without any cluster. */
interface NullModel {

  /**
   * One draw.
   *
   * @param counts empty, takes what is drawn
   */
  void draw(RandomGenerator random, WindowCounts counts);
}

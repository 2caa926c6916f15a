package city.chengmai.analytics.model;

import java.util.random.RandomGenerator;

/** What is known of a true value: a probability distribution. */
interface Belief {

  /** Share of probability below the lower and above the upper end of an interval. */
  double TAIL = 0.025;

  /** The best estimate. */
  double mean();

  /** The value below which the truth lies with this probability, within (0, 1). */
  double quantile(double share);

  /** A value at random. */
  double draw(RandomGenerator random);

  /** The interval that holds the truth with 95 %. */
  default Spread interval() {
    return new Spread(quantile(TAIL), quantile(1 - TAIL));
  }
}

package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Rate;
import java.util.Collection;

/**
 * The rate of a peer group with the strength of its pull on a single member (Beta-binomial
 * shrinkage): a member's rate is read as if it had, besides its own cases, {@code strength} cases
 * at the group's rate. The strength is estimated from the spread between members that is left after
 * chance (method of moments), so groups of equals pull hard and groups of unequals hardly.
 *
 * @param share rate of the group, 0 to 1
 * @param strength cases that the group counts for
 */
record PeerRate(double share, double strength) {

  private static final int FEWEST_MEMBERS = 3;
  private static final double DEFAULT_STRENGTH = 10;
  private static final double LEAST_STRENGTH = 2;
  private static final double MOST_STRENGTH = 200;

  static PeerRate of(Collection<Rate> members) {
    Rate all = members.stream().reduce(Rate.NOTHING, Rate::plus);
    double share = all.share().orElse(0);
    if (members.size() < FEWEST_MEMBERS) {
      return new PeerRate(share, DEFAULT_STRENGTH);
    }
    double chance = share * (1 - share);
    double spread = 0;
    for (Rate member : members) {
      double difference = member.share().orElse(share) - share;
      spread += member.denominator() * difference * difference;
    }
    double explained = chance * (members.size() - 1) / all.denominator();
    double between = spread / all.denominator() - explained;
    double strength = between > 0 ? chance / between - 1 : MOST_STRENGTH;
    return new PeerRate(share, Math.max(LEAST_STRENGTH, Math.min(MOST_STRENGTH, strength)));
  }

  double shrink(Rate own) {
    return (own.numerator() + strength * share) / (own.denominator() + strength);
  }
}

package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Rate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a peer group says about its members' true values: empirical Bayes with the doubt about the
 * group kept (Deely and Lindley, Bayes empirical Bayes, JASA 76, 1981). Mean and strength of the
 * group are not fixed at one estimate, which makes intervals of small groups too short, but weighed
 * over a lattice by how well they explain all members' counts. The strength has the uniform
 * shrinkage prior: a member of typical sample is pulled by any share of its way to the mean with
 * the same probability (Christiansen and Morris, JASA 92, 1997).
 */
final class PeerPrior {

  private static final double PULLED_SAMPLE = 1.0 / 3;
  private static final double WEAKEST = -6;
  private static final double STRONGEST = 5;
  private static final double STEP = 0.5;
  private static final double NEGLIGIBLE = 12;
  private static final double[] PLACES = {-2.7, -1.8, -0.9, 0, 0.9, 1.8, 2.7};

  private final CountFamily family;
  private final List<Point> points;

  /** A mean and a strength with their weight, first as a logarithm, in the end a share of 1. */
  private record Point(double mean, double strength, double weight) {}

  private PeerPrior(CountFamily family, List<Point> points) {
    this.family = family;
    this.points = points;
  }

  /** What these members say; at least one, each with a denominator above 0. */
  static PeerPrior of(CountFamily family, Collection<Rate> members) {
    double typical =
        members.stream().mapToDouble(m -> Math.log(m.denominator())).average().orElseThrow();
    double weakest = Math.max(typical + WEAKEST, Math.log(family.leastStrength()));
    List<Point> centres = new ArrayList<>();
    for (double place = weakest; place <= typical + STRONGEST; place += STEP) {
      centres.add(centre(family, members, Math.exp(place), Math.exp(typical)));
    }
    List<Point> points = new ArrayList<>();
    for (Point centre : withoutNegligible(centres)) {
      around(family, members, centre, Math.exp(typical), points);
    }
    return new PeerPrior(family, shares(withoutNegligible(points)));
  }

  /** The likeliest mean at a strength, weighed by all means at that strength. */
  private static Point centre(
      CountFamily family, Collection<Rate> members, double strength, double typical) {
    double hits = 0;
    double weight = 0;
    for (Rate member : members) {
      double information = family.information(member.denominator(), strength);
      hits += information * member.numerator() / member.denominator();
      weight += information;
    }
    double mean = family.centre(hits, weight);
    double width = Math.log(family.linkDeviation(mean, weight));
    return new Point(mean, strength, width + logWeight(family, members, mean, strength, typical));
  }

  private static void around(
      CountFamily family,
      Collection<Rate> members,
      Point centre,
      double typical,
      List<Point> points) {
    double weight = 0;
    for (Rate member : members) {
      weight += family.information(member.denominator(), centre.strength);
    }
    double deviation = family.linkDeviation(centre.mean, weight);
    for (double place : PLACES) {
      double mean = family.unlink(family.link(centre.mean) + place * deviation);
      points.add(
          new Point(
              mean,
              centre.strength,
              Math.log(deviation) + logWeight(family, members, mean, centre.strength, typical)));
    }
  }

  private static double logWeight(
      CountFamily family, Collection<Rate> members, double mean, double strength, double typical) {
    double sum =
        family.logPrior(mean)
            + Math.log(strength)
            - 2 * Math.log(strength + PULLED_SAMPLE * typical);
    for (Rate member : members) {
      sum += family.logLikelihood(member, mean, strength);
    }
    return sum;
  }

  private static List<Point> withoutNegligible(List<Point> points) {
    double best = points.stream().mapToDouble(Point::weight).max().orElseThrow();
    return points.stream().filter(point -> point.weight > best - NEGLIGIBLE).toList();
  }

  private static List<Point> shares(List<Point> points) {
    double best = points.stream().mapToDouble(Point::weight).max().orElseThrow();
    double sum = points.stream().mapToDouble(point -> Math.exp(point.weight - best)).sum();
    return points.stream()
        .map(point -> new Point(point.mean, point.strength, Math.exp(point.weight - best) / sum))
        .toList();
  }

  /**
   * What is known of a member's true value. Over the lattice it is a mixture; the distribution of
   * the family with the same mean and variance stands for it.
   */
  Belief belief(Rate own) {
    double hits =
        family == CountFamily.SHARE
            ? Math.min(own.numerator(), own.denominator())
            : own.numerator();
    double mean = 0;
    double square = 0;
    for (Point point : points) {
      double size = point.strength + own.denominator();
      double value = (point.mean * point.strength + hits) / size;
      mean += point.weight * value;
      square += point.weight * (family.variance(value, size) + value * value);
    }
    return family.matching(mean, square - mean * mean);
  }
}

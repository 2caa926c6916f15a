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
 * shrinkage prior, by which each share of a member's way to the mean is as likely to be its pull
 * (Christiansen and Morris, JASA 92, 1997), for a member of a third of the typical sample:
 * simulation showed intervals of moderately different members to be too short at the full one.
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

  /** The means worth a look at one strength. */
  private record Row(double mean, double deviation, double strength, double logPrior) {}

  private PeerPrior(CountFamily family, List<Point> points) {
    this.family = family;
    this.points = points;
  }

  /** What these members say; at least one, each with a denominator above 0. */
  static PeerPrior of(CountFamily family, Collection<Rate> members) {
    double typical =
        members.stream().mapToDouble(m -> Math.log(m.denominator())).average().orElseThrow();
    double weakest = Math.max(typical + WEAKEST, Math.log(family.leastStrength()));
    List<Row> rows = new ArrayList<>();
    List<Point> centres = new ArrayList<>();
    for (double place = weakest; place <= typical + STRONGEST; place += STEP) {
      Row row = row(family, members, Math.exp(place), Math.exp(typical));
      rows.add(row);
      centres.add(point(family, members, row, 0));
    }
    double best = best(centres);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (centres.get(i).weight > best - NEGLIGIBLE) {
        for (double place : PLACES) {
          points.add(place == 0 ? centres.get(i) : point(family, members, rows.get(i), place));
        }
      }
    }
    return new PeerPrior(family, shares(points));
  }

  private static Row row(
      CountFamily family, Collection<Rate> members, double strength, double typical) {
    double hits = 0;
    double weight = 0;
    for (Rate member : members) {
      double information = family.information(member.denominator(), strength);
      hits += information * family.hits(member) / member.denominator();
      weight += information;
    }
    double mean = family.centre(hits, weight);
    double prior = Math.log(strength) - 2 * Math.log(strength + PULLED_SAMPLE * typical);
    return new Row(
        mean,
        family.linkDeviation(mean, weight),
        strength,
        prior + family.logStrength(members, strength));
  }

  /** The point so many deviations from the centre of its row. */
  private static Point point(CountFamily family, Collection<Rate> members, Row row, double place) {
    double mean = family.unlink(family.link(row.mean) + place * row.deviation);
    double weight =
        Math.log(row.deviation)
            + row.logPrior
            + family.logPrior(mean)
            + family.logLikelihood(members, mean, row.strength);
    return new Point(mean, row.strength, weight);
  }

  private static double best(List<Point> points) {
    return points.stream().mapToDouble(Point::weight).max().orElseThrow();
  }

  private static List<Point> shares(List<Point> points) {
    double best = best(points);
    List<Point> kept = points.stream().filter(point -> point.weight > best - NEGLIGIBLE).toList();
    double sum = kept.stream().mapToDouble(point -> Math.exp(point.weight - best)).sum();
    return kept.stream()
        .map(point -> new Point(point.mean, point.strength, Math.exp(point.weight - best) / sum))
        .toList();
  }

  /**
   * What is known of a member's true value. Over the lattice it is a mixture; the distribution of
   * the family with the same mean and variance stands for it.
   */
  Belief belief(Rate own) {
    double hits = family.hits(own);
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

package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Curve;

/** Points of a value on a declared curve. */
final class CurvePoints {

  private CurvePoints() {}

  /** 0 to 100; 0 at the floor and beyond, 100 at the target and beyond. */
  static double of(Curve curve, double value) {
    double way = (value - curve.floor()) / (curve.target() - curve.floor());
    double share = Math.max(0, Math.min(1, way));
    return 100
        * switch (curve.shape()) {
          case LINEAR -> share;
          case DEMANDING -> share * share;
          case ENCOURAGING -> Math.sqrt(share);
        };
  }
}

package city.chengmai.analytics.model.scan;

/** Which cylinder comes first. */
public enum Ranking {
  /** The one with the highest likelihood ratio, as in SaTScan. */
  LIKELIHOOD,
  /**
   * The same with a bonus for size, so that chance favours no size: finds weak clusters oftener.
   */
  BALANCED;

  ScanScore of(ScanScore plain) {
    return this == LIKELIHOOD ? plain : new ScanScore.Balanced(plain);
  }
}

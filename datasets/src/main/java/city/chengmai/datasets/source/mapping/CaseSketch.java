package city.chengmai.datasets.source.mapping;

/**
 * What is remembered of a case to notice what a later row changes.
 *
 * @param ended closed or cancelled
 * @param reopened came back at least once
 * @param unit hash of the responsible unit
 * @param unitName the unit, empty when only its hash is remembered
 */
record CaseSketch(boolean ended, boolean reopened, long unit, String unitName) {

  private static final int ENDED = 1;
  private static final int REOPENED = 2;

  static CaseSketch of(boolean ended, boolean reopened, String unit) {
    return new CaseSketch(ended, reopened, Hashes.bits(unit) & ~3L, unit);
  }

  /** In one number: the last two bits are the flags. */
  long packed() {
    return unit | (ended ? ENDED : 0) | (reopened ? REOPENED : 0);
  }

  static CaseSketch unpacked(long packed) {
    return new CaseSketch((packed & ENDED) != 0, (packed & REOPENED) != 0, packed & ~3L, "");
  }
}

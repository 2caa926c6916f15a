package city.chengmai.datasets.grid;

import java.util.Locale;

/**
 * The level of an area in the tree city → district → sub-district → grid; comprehensive grids may
 * stand between a sub-district and its grids.
 */
public enum AreaLevel {
  /** A city (市). */
  CITY,
  /** A district (区). */
  DISTRICT,
  /** A sub-district or town (街道、镇). */
  SUB_DISTRICT,
  /** A comprehensive grid (综合网格), which brings several grids together under one head. */
  COMPREHENSIVE_GRID,
  /** A grid (网格). */
  GRID;

  /** The name in files and tables, for example {@code sub-district}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

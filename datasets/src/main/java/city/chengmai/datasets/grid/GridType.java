package city.chengmai.datasets.grid;

import java.util.Locale;

/** The type of a grid (网格类型). Grids are compared only within one type. */
public enum GridType {
  /** Street-front grid (街面). */
  STREET_FRONT("S"),
  /** Residents' committee grid (居委). */
  RESIDENTS_COMMITTEE("J"),
  /** Village committee or cooperative grid (村委、合作社). */
  VILLAGE_COMMITTEE("C"),
  /** Building grid (楼宇). */
  BUILDING("L"),
  /** A grid of a city that does not divide its grids by type (一般). */
  GENERAL("G");

  private final String code;

  GridType(String code) {
    this.code = code;
  }

  /** The letter that the indicator catalogue uses. */
  public String code() {
    return code;
  }

  /** The name in files and tables, for example {@code street-front}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

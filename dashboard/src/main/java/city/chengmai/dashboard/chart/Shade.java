package city.chengmai.dashboard.chart;

import java.util.List;

/**
 * The class an area or a score belongs to. Never told by colour alone: each class also has a sign
 * that is written.
 */
public enum Shade {
  /** Grade A, the best. */
  GRADE_A("A"),
  /** Grade B. */
  GRADE_B("B"),
  /** Grade C. */
  GRADE_C("C"),
  /** Grade D. */
  GRADE_D("D"),
  /** Grade E, the worst. */
  GRADE_E("E"),
  /** Lowest fifth of an amount that is neither good nor bad. */
  LEVEL_1("1"),
  /** Second fifth. */
  LEVEL_2("2"),
  /** Third fifth. */
  LEVEL_3("3"),
  /** Fourth fifth. */
  LEVEL_4("4"),
  /** Highest fifth. */
  LEVEL_5("5"),
  /** No data, or too few to say: hatched. */
  NONE("–");

  private static final List<Shade> LEVELS = List.of(LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4, LEVEL_5);

  private final String sign;

  Shade(String sign) {
    this.sign = sign;
  }

  /** What is written on the area. */
  public String sign() {
    return sign;
  }

  /** The grade from its letter A to E; anything else has no grade. */
  public static Shade grade(String letter) {
    for (Shade shade : values()) {
      if (shade.sign.equals(letter) && shade.name().startsWith("GRADE")) {
        return shade;
      }
    }
    return NONE;
  }

  /** The level of a share of the maximum, 0 to 1; {@code NaN} has none. */
  public static Shade level(double share) {
    if (Double.isNaN(share)) {
      return NONE;
    }
    int fifth = (int) Math.min(4, Math.max(0, Math.floor(share * 5)));
    return LEVELS.get(fifth);
  }
}

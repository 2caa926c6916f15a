package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.i18n.Figures;

/** How seldom a count like this comes by chance, as "1 in how many periods". */
final class Likelihood {

  private static final double SHOWN = 12;

  private Likelihood() {}

  /**
   * In words.
   *
   * @param log10P logarithm of the probability; a dash for null
   */
  static String text(Double log10P, Figures figures) {
    if (log10P == null) {
      return Figures.NONE;
    }
    double power = Math.min(-log10P, SHOWN);
    double periods = Math.pow(10, power);
    // Two digits are all that such a figure is worth.
    double unit = Math.pow(10, Math.max(0, Math.floor(power) - 1));
    String rounded = figures.count((long) (Math.rint(periods / unit) * unit));
    return figures
        .messages()
        .text(-log10P > SHOWN ? "alert.chance-below" : "alert.chance", rounded);
  }
}

package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;

/** Words amounts of bytes: thousands, as disks are sold and monitors count. */
final class Bytes {

  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  private Bytes() {}

  /** Gigabytes with one decimal, below one megabytes; a dash for null. */
  static String shown(Double bytes, Figures figures) {
    if (bytes == null) {
      return Figures.NONE;
    }
    return bytes < GIGABYTE
        ? figures.messages().text("operations.megabytes", figures.number(bytes / MEGABYTE, 1))
        : figures.messages().text("operations.gigabytes", figures.number(bytes / GIGABYTE, 1));
  }

  /** The same of a whole number. */
  static String shown(long bytes, Figures figures) {
    return shown((Double) (double) bytes, figures);
  }

  /** Seconds with two decimals, from ten on with none; a dash for null. */
  static String seconds(Double millis, Figures figures) {
    if (millis == null) {
      return Figures.NONE;
    }
    double seconds = millis / 1_000;
    return figures.messages().text("value.seconds", figures.number(seconds, seconds < 10 ? 2 : 0));
  }
}

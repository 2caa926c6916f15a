package city.chengmai.dashboard.chart;

import java.awt.Color;

/**
 * How far apart two colours look, under normal sight and three kinds of colour blindness.
 *
 * <p>Colour blindness after Machado, Oliveira and Fernandes (2009), full severity, in linear RGB;
 * distance CIEDE2000 (CIE 142-2001) in CIELAB with white D65.
 */
enum ColourVision {
  NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
  PROTANOPIA(
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
  DEUTERANOPIA(
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
  TRITANOPIA(
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

  @SuppressWarnings("ImmutableEnumChecker") // never handed out and never written
  private final double[] matrix;

  ColourVision(double... matrix) {
    this.matrix = matrix;
  }

  double distance(Color one, Color other) {
    return ciede2000(lab(one), lab(other));
  }

  private double[] lab(Color color) {
    double[] in = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      double sum = 0;
      for (int column = 0; column < 3; column++) {
        sum += matrix[3 * row + column] * in[column];
      }
      seen[row] = Math.min(1, Math.max(0, sum));
    }
    double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
    double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
    double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double f(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double ciede2000(double[] one, double[] other) {
    double chroma = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
    double stretch =
        1.5 - 0.5 * Math.sqrt(Math.pow(chroma, 7) / (Math.pow(chroma, 7) + 6103515625.0));
    double c1 = Math.hypot(one[1] * stretch, one[2]);
    double c2 = Math.hypot(other[1] * stretch, other[2]);
    double h1 = hue(one[2], one[1] * stretch);
    double h2 = hue(other[2], other[1] * stretch);
    double turn = c1 * c2 == 0 ? 0 : Math.IEEEremainder(h2 - h1, 360);
    double meanHue = c1 * c2 == 0 ? h1 + h2 : h1 + turn / 2;
    double lightness = (one[0] + other[0]) / 2 - 50;
    double meanChroma = (c1 + c2) / 2;
    double t =
        1
            - 0.17 * cos(meanHue - 30)
            + 0.24 * cos(2 * meanHue)
            + 0.32 * cos(3 * meanHue + 6)
            - 0.20 * cos(4 * meanHue - 63);
    double l =
        (other[0] - one[0])
            / (1 + 0.015 * lightness * lightness / Math.sqrt(20 + lightness * lightness));
    double c = (c2 - c1) / (1 + 0.045 * meanChroma);
    double h =
        2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2)) / (1 + 0.015 * meanChroma * t);
    double wrapped = ((meanHue % 360) + 360) % 360;
    double angle = Math.toRadians(60 * Math.exp(-Math.pow((wrapped - 275) / 25, 2)));
    double rotation =
        -2
            * Math.sqrt(Math.pow(meanChroma, 7) / (Math.pow(meanChroma, 7) + 6103515625.0))
            * Math.sin(angle);
    return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
  }

  private static double hue(double b, double a) {
    return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}

package city.chengmai.dashboard.chart;

import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The colours of one theme.
 *
 * @param page behind the panels
 * @param panel behind the charts
 * @param text titles and values
 * @param muted axis labels and the period before
 * @param series in the order they are used
 * @param statuses one for each state
 * @param shades one for each class
 * @param ramp from little to much
 */
record Palette(
    Color page,
    Color panel,
    Color text,
    Color muted,
    List<Color> series,
    Map<Status, Color> statuses,
    Map<Shade, Color> shades,
    List<Color> ramp) {

  static final Palette DARK =
      new Palette(
          Color.decode("#0A1222"),
          Color.decode("#0F1A30"),
          Color.decode("#E8EEF7"),
          Color.decode("#9FB0C8"),
          colors("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#D55E00"),
          zip(Status.values(), colors("#3FB68B", "#F5B301", "#FF6B5E", "#8794A8")),
          zip(
              Shade.values(),
              colors(
                  "#4A86D8", "#86BFEF", "#B8C1CC", "#F5B301", "#F2603C", "#3F6190", "#5F8FB0",
                  "#8FB6A8", "#CCC878", "#FDE737", "#1A2740")),
          colors("#16315F", "#3B5A86", "#727A85", "#A89E72", "#D8C24F", "#FDE737"));

  static final Palette LIGHT = light("#F3F5F8");
  static final Palette PAPER = light("#FFFFFF");

  private static Palette light(String page) {
    return new Palette(
        Color.decode(page),
        Color.WHITE,
        Color.decode("#1B2430"),
        Color.decode("#566374"),
        colors("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#1B2430", "#691E00"),
        zip(Status.values(), colors("#1B7F5C", "#B07300", "#B3261E", "#667080")),
        zip(
            Shade.values(),
            colors(
                "#0A4A8F", "#2E86CF", "#868F99", "#C77700", "#8F1D14", "#D6E6F4", "#A3C8E4",
                "#6AA5D0", "#2F7AB8", "#08478A", "#EEF1F5")),
        colors("#EDF4FB", "#C3DAEE", "#8DBADC", "#4F94C6", "#206BAA", "#083F7D"));
  }

  private static List<Color> colors(String... hex) {
    return Stream.of(hex).map(Color::decode).toList();
  }

  private static <E extends Enum<E>> Map<E, Color> zip(E[] keys, List<Color> colors) {
    Map<E, Color> map = new EnumMap<>(keys[0].getDeclaringClass());
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], colors.get(i));
    }
    return Map.copyOf(map);
  }

  /** The colour at a share of the ramp, 0 to 1. */
  Color ramp(double share) {
    double position = Math.min(1, Math.max(0, share)) * (ramp.size() - 1);
    int below = (int) Math.min(ramp.size() - 2, Math.floor(position));
    return mix(ramp.get(below), ramp.get(below + 1), position - below);
  }

  private static Color mix(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}

package city.chengmai.dashboard.chart;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The house theme (配色): the one place where colours are set, for charts, maps and pages alike.
 *
 * <p>Sets that must be told apart keep a CIEDE2000 distance of 10 under normal sight and the three
 * kinds of colour blindness, and a contrast of 3:1 to the panel; grades run from blue to orange,
 * never from green to red.
 */
public enum HouseTheme {
  /** Dark, for walls. */
  WALL,
  /** Light, for desks and phones. */
  DESK,
  /** Light on white paper. */
  PRINT;

  private static final Color DARK_INK = Color.decode("#0B1220");

  private Palette palette() {
    return switch (this) {
      case WALL -> Palette.DARK;
      case DESK -> Palette.LIGHT;
      case PRINT -> Palette.PAPER;
    };
  }

  /** Behind the panels. */
  public Color page() {
    return palette().page();
  }

  /** Behind the charts. */
  public Color panel() {
    return palette().panel();
  }

  /** Titles and values. */
  public Color text() {
    return palette().text();
  }

  /** Axis labels and the period before. */
  public Color muted() {
    return palette().muted();
  }

  /** Lines of the grid: the text colour at a tenth of its strength. */
  public Color gridLine() {
    Color text = text();
    return new Color(text.getRed(), text.getGreen(), text.getBlue(), 28);
  }

  /** The colours of series, in the order they are used. */
  public List<Color> series() {
    return palette().series();
  }

  /** The colour of a state. */
  public Color of(Status status) {
    return palette().statuses().get(status);
  }

  /** The fill of a class. */
  public Color of(Shade shade) {
    return palette().shades().get(shade);
  }

  /** The colour of a share of the largest amount, 0 to 1. */
  public Color ramp(double share) {
    return palette().ramp(share);
  }

  /** Near-black or white, whichever reads better on the colour. */
  public Color ink(Color behind) {
    return Contrast.of(DARK_INK, behind) >= Contrast.of(Color.WHITE, behind)
        ? DARK_INK
        : Color.WHITE;
  }

  /** All colours as CSS custom properties, so that pages set none of their own. */
  public Map<String, String> customProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("--page", hex(page()));
    properties.put("--panel", hex(panel()));
    properties.put("--text", hex(text()));
    properties.put("--muted", hex(muted()));
    for (int i = 0; i < series().size(); i++) {
      properties.put("--series-" + (i + 1), hex(series().get(i)));
    }
    for (Status status : Status.values()) {
      properties.put("--status-" + cssName(status), hex(of(status)));
    }
    for (Shade shade : Shade.values()) {
      properties.put("--" + cssName(shade), hex(of(shade)));
      properties.put("--" + cssName(shade) + "-ink", hex(ink(of(shade))));
    }
    return properties;
  }

  private static String cssName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The colour as {@code #RRGGBB}. */
  public static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06X", color.getRGB() & 0xFFFFFF);
  }
}

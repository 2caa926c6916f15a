package city.chengmai.dashboard.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The house font for drawing on the server. Loaded once from the class path; safe to share between
 * threads.
 */
public final class HouseFont {
  /**
   * The family name that SVG text carries. A page that shows charts declares an {@code @font-face}
   * of this family for each {@link FontWeight}.
   */
  public static final String FAMILY = "Noto Sans SC";

  private static final HouseFont SHIPPED = load();

  private final Map<FontWeight, Font> fonts;

  private HouseFont(Map<FontWeight, Font> fonts) {
    this.fonts = fonts;
  }

  /** The font that is shipped in this jar. */
  public static HouseFont shipped() {
    return SHIPPED;
  }

  /** The font in one weight and size, in pixels of the drawing. */
  public Font at(FontWeight weight, double size) {
    return fonts.get(weight).deriveFont((float) size);
  }

  /** Whether every character of the text has a glyph. */
  public boolean canShow(String text) {
    return fonts.values().stream().allMatch(font -> font.canDisplayUpTo(text) < 0);
  }

  /** The font file of a weight, for the web page and for PDF; the caller closes the stream. */
  public static InputStream file(FontWeight weight) {
    InputStream in = HouseFont.class.getResourceAsStream(weight.fileName());
    if (in == null) {
      throw new IllegalStateException(
          "Reading the house font "
              + weight.fileName()
              + " from the class path found nothing. It is cut by the Maven build (phase"
              + " process-classes): build the dashboard module once with Maven.");
    }
    return in;
  }

  private static HouseFont load() {
    try {
      return read();
    } catch (InternalError | RuntimeException noFonts) {
      // Only a machine without any font fails here, and only the first time.
      if (BareMachine.doWithoutItsFonts()) {
        return read();
      }
      throw noFonts;
    }
  }

  private static HouseFont read() {
    Map<FontWeight, Font> fonts = new EnumMap<>(FontWeight.class);
    for (FontWeight weight : FontWeight.values()) {
      fonts.put(weight, read(weight));
    }
    return new HouseFont(fonts);
  }

  private static Font read(FontWeight weight) {
    try (InputStream in = file(weight)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException failure) {
      throw new UncheckedIOException("Reading " + weight.fileName() + " failed", failure);
    } catch (FontFormatException failure) {
      throw new IllegalStateException(weight.fileName() + " is not a usable font", failure);
    }
  }
}

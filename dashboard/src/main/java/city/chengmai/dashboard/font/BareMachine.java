package city.chengmai.dashboard.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A machine without a single font. Java reads no font there, not even one from a file, unless it is
 * told of a configuration of its own: one that names no font is enough, since we draw with the
 * house font alone.
 */
final class BareMachine {

  private static final String CONFIGURATION = "sun.awt.fontconfig";
  private static final String NO_FONTS = "version=1\nsequence.allfonts=latin-1\n";

  private BareMachine() {}

  /**
   * Tells Java to do without the machine's fonts, for the whole process.
   *
   * @return false when it was told before: something else is wrong then
   */
  static boolean doWithoutItsFonts() {
    if (System.getProperty(CONFIGURATION) != null) {
      return false;
    }
    try {
      Path file = Files.createTempFile("chengmai-no-fonts", ".properties");
      file.toFile().deleteOnExit();
      System.setProperty(CONFIGURATION, Files.writeString(file, NO_FONTS).toString());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Telling Java to do without the fonts of this machine, which has none, needs a temporary"
              + " file that could not be written. Make java.io.tmpdir writable, or install a font.",
          e);
    }
  }
}

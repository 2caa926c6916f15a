package city.chengmai.datasets.classfix;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * When matters make a class (一件事→一类事).
 *
 * @param version from 1, carried by every row
 * @param weeks that are looked at
 * @param metres within which matters have one place
 * @param fewestTimes days with a matter that make a place a class
 * @param againDays within which a matter came again
 * @param themes of texts
 * @param most rank of its kind up to which a new class is kept; one that goes on is, whatever its
 *     rank
 * @param effect of a fix, how it is measured
 */
public record ClassMethod(
    int version,
    int weeks,
    double metres,
    int fewestTimes,
    int againDays,
    Themes themes,
    int most,
    Effect effect) {

  /** Checks the numbers. */
  public ClassMethod {
    require(version >= 1, "version", version);
    require(weeks >= 2, "weeks", weeks);
    require(metres > 0, "metres", metres);
    require(fewestTimes >= 2, "fewestTimes", fewestTimes);
    require(againDays >= 1, "againDays", againDays);
    require(most >= 1, "most", most);
    if (themes == null || effect == null) {
      throw new IllegalArgumentException("method.yaml needs themes and effect");
    }
  }

  /**
   * Themes of texts.
   *
   * @param fewestTexts of a theme
   * @param fewestPlaces that a theme has to come up at
   * @param mostThemes of a category
   * @param mostShare of a category's texts that hold a word which still tells them apart
   * @param leastLift how much more frequent a word has to be in its category than elsewhere
   */
  public record Themes(
      int fewestTexts, int fewestPlaces, int mostThemes, double mostShare, double leastLift) {

    /** Checks the numbers. */
    public Themes {
      require(fewestTexts >= 2, "themes.fewestTexts", fewestTexts);
      require(fewestPlaces >= 1, "themes.fewestPlaces", fewestPlaces);
      require(mostThemes >= 1, "themes.mostThemes", mostThemes);
      require(mostShare > 0 && mostShare <= 1, "themes.mostShare", mostShare);
      require(leastLift >= 1, "themes.leastLift", leastLift);
    }
  }

  /**
   * Matters before and after a fix.
   *
   * @param baselineDays before it
   * @param settleDays after it that count for neither side
   * @param afterDays most days that count as after
   */
  public record Effect(int baselineDays, int settleDays, int afterDays) {}

  /** The method shipped with the product. */
  public static ClassMethod bundled() {
    try (InputStream in = ClassMethod.class.getResourceAsStream("method.yaml")) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, ClassMethod.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading method.yaml: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String what, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("method.yaml: " + what + " must not be " + value);
    }
  }
}

package city.chengmai.dashboard.chart;

import java.util.Objects;

/**
 * The words of a chart for people who cannot see it: they become {@code <title>} and {@code <desc>}
 * of the SVG.
 *
 * @param title short name; also drawn when the {@link Frame} asks for it
 * @param description one or two sentences that say what the figures show; may be empty
 */
public record Caption(String title, String description) {
  /** Checks that both texts are there. */
  public Caption {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
  }

  /** A caption with a title only. */
  public static Caption of(String title) {
    return new Caption(title, "");
  }
}

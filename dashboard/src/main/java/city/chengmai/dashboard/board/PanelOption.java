package city.chengmai.dashboard.board;

import java.util.List;

/**
 * A key that panels of a kind may have beside {@code kind}, {@code title} and {@code height}.
 *
 * @param key as written
 * @param type what it may be
 * @param least smallest number, or fewest entries of a list
 * @param most largest number, or most entries of a list
 * @param choices words that are allowed, with {@link Type#CHOICE} and {@link Type#FIGURES}
 * @param otherwise value when the key is missing; null: it is needed, or empty for a text
 */
record PanelOption(
    String key, Type type, int least, int most, List<String> choices, Object otherwise) {

  /** What a value may be. */
  enum Type {
    /** A whole number. */
    WHOLE,
    /** One of some words. */
    CHOICE,
    /** The id of an indicator of the catalogue; may be missing. */
    INDICATOR,
    /** The id of an area; may be missing. */
    AREA,
    /** A list of figures: words, or ids of indicators. */
    FIGURES,
    /** The id of a kept statement. */
    QUERY
  }

  /** Key and what it may be, as in {@code days: 7–366 (30)}. */
  String described() {
    String range =
        switch (type) {
          case WHOLE -> least + "–" + most;
          case CHOICE -> String.join(" | ", choices);
          case FIGURES -> "[" + String.join(", ", choices) + ", M04, …]";
          case INDICATOR -> "M04, …";
          case AREA, QUERY -> "ID";
        };
    return key
        + ": "
        + range
        + (type == Type.WHOLE && otherwise != null ? " (" + otherwise + ")" : "");
  }

  static PanelOption whole(String key, int least, int most, Integer otherwise) {
    return new PanelOption(key, Type.WHOLE, least, most, List.of(), otherwise);
  }

  static PanelOption choice(String key, String... words) {
    return new PanelOption(key, Type.CHOICE, 0, 0, List.of(words), words[0]);
  }

  static PanelOption of(String key, Type type) {
    return new PanelOption(key, type, 0, 0, List.of(), "");
  }

  static PanelOption needed(String key, Type type) {
    return new PanelOption(key, type, 0, 0, List.of(), null);
  }
}

package city.chengmai.datasets.source.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Values as the tables of the demo city describe them, parted by semicolons: {@code a=2..9} is a
 * whole number up to 9, {@code a=x|y} one of several words, {@code a<b} a part of what {@code b}
 * is, {@code a>b} at least as much as {@code b}.
 */
final class Fields {

  private Fields() {}

  /**
   * Draws them in order.
   *
   * @param known values that they may refer to
   */
  static Map<String, String> draw(String described, Map<String, String> known, Dice dice) {
    Map<String, String> all = new TreeMap<>(known);
    Map<String, String> drawn = new TreeMap<>();
    for (String field : parts(described, ";")) {
      int at = field.indexOf('=') > 0 ? field.indexOf('=') : indexOfRelation(field);
      String name = field.substring(0, at);
      String rest = field.substring(at + 1);
      String value =
          switch (field.charAt(at)) {
            case '<' -> "" + Math.round(number(all, rest) * dice.between(0.55, 1.0));
            case '>' -> "" + (int) Math.ceil(number(all, rest) / dice.between(0.55, 1.0));
            default -> value(rest, dice);
          };
      all.put(name, value);
      drawn.put(name, value);
    }
    return drawn;
  }

  /** A whole number of a range such as {@code 2..9}, both ends included. */
  static int whole(String range, Dice dice) {
    int dots = range.indexOf("..");
    return dice.between(
        Integer.parseInt(range.substring(0, dots)),
        Integer.parseInt(range.substring(dots + 2)) + 1);
  }

  /** The parts of a text; none of an empty one. */
  static List<String> parts(String text, String separator) {
    return text.isEmpty() ? List.of() : List.of(text.split(Pattern.quote(separator), -1));
  }

  private static String value(String described, Dice dice) {
    if (described.contains("..")) {
      return "" + whole(described, dice);
    }
    return dice.pick(parts(described, "|"));
  }

  private static int indexOfRelation(String field) {
    return Math.max(field.indexOf('<'), field.indexOf('>'));
  }

  private static int number(Map<String, String> values, String name) {
    return Integer.parseInt(values.getOrDefault(name, "0"));
  }
}

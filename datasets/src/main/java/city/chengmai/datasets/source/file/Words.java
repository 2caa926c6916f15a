package city.chengmai.datasets.source.file;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How words from files are compared, and how they become parts of an id. */
public final class Words {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’]");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern OUTER_DASHES = Pattern.compile("^-|-$");

  private Words() {}

  /** Full-width forms made plain (NFKC), blanks collapsed, lower case: "Ｗard 3" is "ward 3". */
  public static String normal(String text) {
    String plain = composed(text).strip();
    // Lower case can be a letter and a mark, which has its place among other marks.
    return composed(BLANKS.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT));
  }

  /**
   * A part of an id: letters and digits of any script in lower case, apostrophes left out,
   * everything else one dash. "Mayor's 24 Hour Hotline" is "mayors-24-hour-hotline".
   */
  public static String slug(String text) {
    String joined = APOSTROPHES.matcher(normal(text)).replaceAll("");
    String dashed = BETWEEN_PARTS.matcher(joined).replaceAll("-");
    // What was left out may have stood between a letter and its mark.
    return composed(OUTER_DASHES.matcher(dashed).replaceAll(""));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** The same words, keys compared as {@link #normal} says. */
  public static Map<String, String> keys(Map<String, String> words) {
    Map<String, String> normal = new HashMap<>();
    words.forEach((theirs, ours) -> normal.put(normal(theirs), ours));
    return Map.copyOf(normal);
  }
}

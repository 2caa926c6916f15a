package city.chengmai.ingest.privacy;

import java.util.regex.Pattern;

/**
 * Masks phones, identity numbers, number plates and labelled names in free text. Takes half-width
 * and full-width digits, and the separators people use. Looks for digits that stand together first:
 * most texts have too few for any pattern.
 */
public final class FreeText {

  /** A plate has letters only besides one digit at least. */
  private static final int FEWEST_OF_PLATE = 1;

  /** Digits of the shortest telephone number, which needs a label. */
  private static final int FEWEST_DIGITS = 7;

  /** Digits of the shortest number that is found without a label: area code and number. */
  private static final int LONG_NUMBER = 10;

  /** Digits of an identity number, whose last place may be a letter. */
  private static final int FEWEST_OF_IDENTITY = 17;

  private static final String D = "[0-9０-９]";
  private static final String NO_DIGIT_BEFORE = "(?<![0-9０-９])";
  private static final String NO_DIGIT_AFTER = "(?![0-9０-９])";
  private static final String GAP = "[\\s\\-.·－]?";

  private static final Pattern IDENTITY =
      Pattern.compile(
          NO_DIGIT_BEFORE
              + D
              + "{6}"
              + GAP
              + D
              + "{8}"
              + GAP
              + D
              + "{3}[0-9０-９XxＸｘ]"
              + NO_DIGIT_AFTER);
  private static final Pattern PHONE =
      Pattern.compile(
          NO_DIGIT_BEFORE
              + "(?:"
              // mobile, with or without the country's code
              + "(?:[+＋]?(?:86|８６)"
              + GAP
              + ")?[1１][3-9３-９]"
              + D
              + GAP
              + D
              + "{4}"
              + GAP
              + D
              + "{4}"
              // fixed line with area code
              + "|[0０]"
              + D
              + "{2,3}"
              + GAP
              + D
              + "{7,8}"
              // North American
              + "|\\(?[2-9]"
              + D
              + "{2}\\)?[\\s\\-.]?"
              + D
              + "{3}[\\-.]"
              + D
              + "{4}"
              + ")"
              + NO_DIGIT_AFTER);
  private static final Pattern PLATE =
      Pattern.compile(
          "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]"
              + "[A-Za-z][\\s·•.]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]");

  private FreeText() {}

  /** The text with each of them replaced by a word in square brackets, named persons too. */
  public static String mask(String text) {
    return Labelled.maskNames(maskNumbers(text));
  }

  /** Whether something in the text would be masked. */
  public static boolean isPersonal(String text) {
    boolean number = DigitRun.longest(text) >= FEWEST_DIGITS && !maskNumbers(text).equals(text);
    return number || (!isAscii(text) && !mask(text).equals(text));
  }

  private static String maskNumbers(String text) {
    int run = DigitRun.longest(text);
    if (run < FEWEST_OF_PLATE) {
      return text;
    }
    String masked = text;
    if (run >= FEWEST_OF_IDENTITY) {
      masked = IDENTITY.matcher(masked).replaceAll("[identity]");
    }
    if (run >= LONG_NUMBER) {
      masked = PHONE.matcher(masked).replaceAll("[phone]");
    }
    if (run >= FEWEST_DIGITS && Labelled.mayLabelNumber(masked)) {
      masked = Labelled.maskNumbers(masked);
    }
    return isAscii(masked) ? masked : PLATE.matcher(masked).replaceAll("[plate]");
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}

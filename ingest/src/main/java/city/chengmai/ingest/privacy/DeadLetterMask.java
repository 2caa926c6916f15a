package city.chengmai.ingest.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks refused text, which may be broken JSON or none at all: the values of members that name a
 * person go, wherever else the same value stands too, then phones, identity numbers and plates.
 */
public final class DeadLetterMask {

  private static final Pattern PERSONAL =
      Pattern.compile(
          "((?<![A-Za-z])[\"']?(?:"
              + String.join("|", PayloadShape.personNames())
              + "|mobile|telephone|idCard|姓名|电话|手机|联系人|身份证号?)[\"']?"
              + "\\s*[:=：]\\s*)(?:\"((?:[^\"\\\\]|\\\\.)*)\"?|([^\\s,;\"'{}\\[\\]]+))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private DeadLetterMask() {}

  /** The text without what names a person. */
  public static String mask(String text) {
    String plain = unescape(text);
    List<String> values = new ArrayList<>();
    Matcher matcher = PERSONAL.matcher(plain);
    StringBuilder masked = new StringBuilder(plain.length());
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      // A hash names nobody, and a letter that is sent again must keep it.
      if (KeyedHash.isHash(value)) {
        matcher.appendReplacement(masked, Matcher.quoteReplacement(matcher.group()));
        continue;
      }
      if (value.length() >= Occurrences.SHORTEST) {
        values.add(value);
      }
      matcher.appendReplacement(
          masked, Matcher.quoteReplacement(matcher.group(1) + "\"[person]\""));
    }
    matcher.appendTail(masked);
    return FreeText.mask(Occurrences.mask(masked.toString(), values));
  }

  // Digits and names may be spelled as JSON escapes; they must not slip past the patterns so.
  private static String unescape(String text) {
    if (text.indexOf("\\u") < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              char c = (char) Integer.parseInt(match.group(1), 16);
              boolean plain = c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
              return plain
                  ? Matcher.quoteReplacement(String.valueOf(c))
                  : Matcher.quoteReplacement(match.group());
            });
  }
}

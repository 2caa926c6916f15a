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
              + "\\s*[:=：]\\s*)(?:(\")|([^\\s,;\"'{}\\[\\]]+))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private DeadLetterMask() {}

  /** The text without what names a person. */
  public static String mask(String text) {
    String plain = unescape(text);
    List<String> values = new ArrayList<>();
    Matcher matcher = PERSONAL.matcher(plain);
    StringBuilder masked = new StringBuilder(plain.length());
    int copied = 0;
    while (copied <= plain.length() && matcher.find(copied)) {
      boolean quoted = matcher.group(2) != null;
      int from = quoted ? matcher.end() : matcher.start(3);
      int to = quoted ? closing(plain, from) : matcher.end();
      String value = plain.substring(from, to);
      int end = quoted ? Math.min(to + 1, plain.length()) : to;
      // A hash names nobody, and a letter that is sent again must keep it.
      if (KeyedHash.isHash(value)) {
        masked.append(plain, copied, end);
      } else {
        masked.append(plain, copied, matcher.end(1)).append("\"[person]\"");
      }
      if (!KeyedHash.isHash(value) && value.length() >= Occurrences.SHORTEST) {
        values.add(value);
      }
      copied = end;
    }
    masked.append(plain, Math.min(copied, plain.length()), plain.length());
    return FreeText.mask(Occurrences.mask(masked.toString(), values));
  }

  /**
   * Where the quotation ends that begins here: at a quotation mark, else with the text. Looked for
   * by hand, since a pattern that knows of escapes needs the stack for each letter.
   */
  private static int closing(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
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

package city.chengmai.ingest.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads moments with offset. The usual spellings are read here, for the general parser takes longer
 * than all other checks of an event together; every other text is left to it, and so is the error.
 */
public final class Rfc3339 {

  private static final int SECONDS_END = 19;
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int LARGEST_OFFSET = 18;
  private static final int NANO_DIGITS = 9;

  private Rfc3339() {}

  /**
   * The moment in the text, as {@link OffsetDateTime#parse(CharSequence)} reads it.
   *
   * @throws DateTimeException when it holds none
   */
  public static Instant parse(String text) {
    Instant usual = usual(text);
    return usual == null ? OffsetDateTime.parse(text).toInstant() : usual;
  }

  /** Null when the text is not {@code yyyy-MM-ddTHH:mm:ss[.f]} with Z or {@code +HH:mm}. */
  private static Instant usual(String text) {
    if (text.length() <= SECONDS_END || !hasMarks(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    if ((year | month | day | hour | minute | second) < 0
        || month < 1
        || month > 12
        || day < 1
        || (day > 28 && !isDay(year, month, day))
        || hour > 23
        || minute > 59
        || second > 59) {
      return null;
    }
    long seconds = LocalDate.of(year, month, day).toEpochDay() * 24 * SECONDS_PER_HOUR;
    return withRest(text, seconds + hour * (long) SECONDS_PER_HOUR + minute * 60L + second);
  }

  private static Instant withRest(String text, long localSeconds) {
    int at = SECONDS_END;
    int nanos = 0;
    if (text.charAt(at) == '.') {
      int end = at + 1;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      int digits = end - at - 1;
      if (digits < 1 || digits > NANO_DIGITS) {
        return null;
      }
      nanos = number(text, at + 1, end);
      for (int i = digits; i < NANO_DIGITS; i++) {
        nanos *= 10;
      }
      at = end;
    }
    int offset = offset(text, at);
    return offset == Integer.MIN_VALUE ? null : Instant.ofEpochSecond(localSeconds - offset, nanos);
  }

  private static int offset(String text, int at) {
    int rest = text.length() - at;
    if (rest == 1 && text.charAt(at) == 'Z') {
      return 0;
    }
    if (rest != 6 || text.charAt(at + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + 6);
    char sign = text.charAt(at);
    if ((hours | minutes) < 0
        || hours >= LARGEST_OFFSET
        || minutes > 59
        || (sign != '+' && sign != '-')) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * SECONDS_PER_HOUR + minutes * 60;
    return sign == '+' ? seconds : -seconds;
  }

  private static boolean hasMarks(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static boolean isDay(int year, int month, int day) {
    return day <= LocalDate.of(year, month, 1).lengthOfMonth();
  }

  /** The number in ASCII digits, negative when something else stands there. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (!isDigit(digit)) {
        return -1;
      }
      value = value * 10 + digit - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

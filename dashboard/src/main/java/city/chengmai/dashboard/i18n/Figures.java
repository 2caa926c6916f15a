package city.chengmai.dashboard.i18n;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers, days and times as people read them: groups by spaces at which no line breaks, times in
 * the city's zone. Immutable. A missing number is a dash, never a zero.
 */
public final class Figures {

  /** Stands for a number that is not there. */
  public static final String NONE = "–";

  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final Duration SHORT = Duration.ofMinutes(90);
  private static final Duration MEDIUM = Duration.ofDays(2);

  private final Messages messages;
  private final ZoneId zone;

  /** Figures in a language and a zone. */
  public Figures(Language language, ZoneId zone) {
    this.messages = Messages.of(language);
    this.zone = requireNonNull(zone, "zone");
  }

  /** A count, for example {@code 12 345}. */
  public String count(long value) {
    return grouped(String.format(Locale.ROOT, "%,d", value));
  }

  /** A number with this many decimals; a dash for null. */
  public String number(Double value, int decimals) {
    if (value == null || value.isNaN()) {
      return NONE;
    }
    return grouped(String.format(Locale.ROOT, "%,." + decimals + "f", value)).replace('-', '−');
  }

  /** A count, or a sum of weights or an area, with as many decimals as it needs, at most two. */
  public String amount(double value) {
    if (isWhole(value)) {
      return number(value, 0);
    }
    return number(value, isWhole(10 * value) ? 1 : 2);
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-4;
  }

  /** A share between 0 and 1 as per cent with one decimal; a dash for null. */
  public String percent(Double share) {
    return share == null || share.isNaN() ? NONE : number(share * 100, 1) + "%";
  }

  /** A change with its sign, for example {@code +3}. */
  public String signed(Double value, int decimals) {
    if (value == null || value.isNaN()) {
      return NONE;
    }
    String plain = number(Math.abs(value), decimals);
    if (plain.chars().noneMatch(c -> c >= '1' && c <= '9')) {
      return "±" + plain;
    }
    return (value < 0 ? "−" : "+") + plain;
  }

  /** How long: minutes below an hour and a half, hours below two days, then days. */
  public String duration(Duration length) {
    Duration size = length.abs();
    if (size.compareTo(SHORT) < 0) {
      return messages.text("duration.minutes", count(size.toMinutes()));
    }
    if (size.compareTo(MEDIUM) < 0) {
      return messages.text("duration.hours", count(size.toHours()));
    }
    return messages.text("duration.days", count(size.toDays()));
  }

  /** A moment with day, for example {@code 11-22 09:30}; a dash for null. */
  public String moment(Instant instant) {
    return format(instant, "MM-dd HH:mm");
  }

  /** A moment with year. */
  public String fullMoment(Instant instant) {
    return format(instant, "yyyy-MM-dd HH:mm");
  }

  /** A time of the day. */
  public String time(Instant instant) {
    return format(instant, "HH:mm");
  }

  /** A day, for example {@code 2026年11月22日} or {@code 22 November 2026}. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(messages.text("format.day"), messages.language().locale())
        .format(day);
  }

  /** The zone that times are shown in. */
  public ZoneId zone() {
    return zone;
  }

  /** The messages in the same language. */
  public Messages messages() {
    return messages;
  }

  private String format(Instant instant, String pattern) {
    return instant == null
        ? NONE
        : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(instant);
  }

  private static String grouped(String number) {
    return number.replace(',', NO_BREAK_SPACE);
  }
}

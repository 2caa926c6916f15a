package city.chengmai.dashboard.chart.draw;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;

/** A time axis in the city's zone, labelled in digits so that it reads in every language. */
final class TimeAxis {
  private static final List<Step> STEPS =
      List.of(
          new Step(DateTickUnitType.MINUTE, 15, Duration.ofMinutes(15), "HH:mm"),
          new Step(DateTickUnitType.HOUR, 1, Duration.ofHours(1), "HH:mm"),
          new Step(DateTickUnitType.HOUR, 2, Duration.ofHours(2), "HH:mm"),
          new Step(DateTickUnitType.HOUR, 3, Duration.ofHours(3), "HH:mm"),
          new Step(DateTickUnitType.HOUR, 4, Duration.ofHours(4), "HH:mm"),
          new Step(DateTickUnitType.HOUR, 6, Duration.ofHours(6), "HH:mm"),
          new Step(DateTickUnitType.HOUR, 12, Duration.ofHours(12), "MM-dd HH:mm"),
          new Step(DateTickUnitType.DAY, 1, Duration.ofDays(1), "MM-dd"),
          new Step(DateTickUnitType.DAY, 2, Duration.ofDays(2), "MM-dd"),
          new Step(DateTickUnitType.DAY, 5, Duration.ofDays(5), "MM-dd"),
          new Step(DateTickUnitType.DAY, 10, Duration.ofDays(10), "MM-dd"),
          new Step(DateTickUnitType.DAY, 15, Duration.ofDays(15), "MM-dd"),
          new Step(DateTickUnitType.MONTH, 1, Duration.ofDays(30), "yyyy-MM"),
          new Step(DateTickUnitType.MONTH, 2, Duration.ofDays(60), "yyyy-MM"),
          new Step(DateTickUnitType.MONTH, 3, Duration.ofDays(90), "yyyy-MM"),
          new Step(DateTickUnitType.MONTH, 6, Duration.ofDays(180), "yyyy-MM"),
          new Step(DateTickUnitType.YEAR, 1, Duration.ofDays(365), "yyyy"),
          new Step(DateTickUnitType.YEAR, 5, Duration.ofDays(1825), "yyyy"));

  private static final double MARGIN = 8;

  private TimeAxis() {}

  private record Step(DateTickUnitType type, int count, Duration length, String pattern) {}

  /**
   * An axis from the first moment to the last one.
   *
   * @param margins whether there is room beside both, for their marks and for the label of the last
   */
  static DateAxis of(Instant first, Instant last, ZoneId zone, boolean margins, Look look) {
    TimeZone timeZone = TimeZone.getTimeZone(zone);
    DateAxis axis = new DateAxis(null, timeZone, Locale.ROOT);
    Axes.bare(axis, look);
    axis.setTickLabelInsets(look.insets(5, 2, 2, 2));
    Instant end = last.isAfter(first) ? last : first.plus(Duration.ofHours(1));
    Duration span = Duration.between(first, end);
    long margin =
        margins ? Math.round(span.toMillis() * look.px(MARGIN) / look.frame().width()) : 0;
    axis.setRange(Date.from(first.minusMillis(margin)), Date.from(end.plusMillis(margin)));
    axis.setTickUnit(tick(span, timeZone, look));
    return axis;
  }

  private static DateTickUnit tick(Duration span, TimeZone zone, Look look) {
    Step chosen = STEPS.get(STEPS.size() - 1);
    for (int i = STEPS.size() - 1; i >= 0; i--) {
      double labels = (double) span.toMillis() / STEPS.get(i).length().toMillis() + 1;
      double room = look.frame().width() - look.px(80);
      double labelWidth = look.px(26 + 7.0 * STEPS.get(i).pattern().length());
      if (labels * labelWidth <= room) {
        chosen = STEPS.get(i);
      }
    }
    DateFormat format = new SimpleDateFormat(chosen.pattern(), Locale.ROOT);
    format.setTimeZone(zone);
    return new DateTickUnit(chosen.type(), chosen.count(), format);
  }
}

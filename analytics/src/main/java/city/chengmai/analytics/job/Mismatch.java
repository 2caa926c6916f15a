package city.chengmai.analytics.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/**
 * A stored figure that another way of counting does not confirm.
 *
 * @param area area id
 * @param period word for the length of the window
 * @param day last day of the window, or first day of a period
 * @param figure indicator, period and part, for people
 * @param stored what the table holds
 * @param counted what the other way gives
 */
record Mismatch(
    String area, String period, LocalDate day, String figure, double stored, double counted) {

  static Mismatch of(ObjectNode row) {
    String period = row.get("period").asText();
    return new Mismatch(
        row.get("area").asText(),
        period,
        LocalDate.parse(row.get("day").asText()),
        row.get("indicator").asText() + " " + period + " " + row.get("part").asText(),
        row.get("stored").asDouble(),
        row.get("counted").asDouble());
  }

  /** What is one alert: an area and a day, or a period that begins on it. */
  String alertId(String rule) {
    String length = period.equals("30-days") ? "day" : period;
    return String.join("|", rule, length, area, day.toString());
  }
}

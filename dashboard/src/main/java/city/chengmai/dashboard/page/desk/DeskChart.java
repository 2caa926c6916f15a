package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns a result into the chart its shape asks for. */
final class DeskChart {

  private static final DateTimeFormatter SQL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]");

  private final ResultTable table;
  private final ZoneId zone;

  private DeskChart(ResultTable table, ZoneId zone) {
    this.table = table;
    this.zone = zone;
  }

  /**
   * The chart of a result, empty when its shape suggests none.
   *
   * @param zone the city's, in which a time axis is labelled and days begin
   */
  static Optional<Chart> of(ResultTable table, String title, ZoneId zone) {
    return QuickChart.of(table).map(plan -> new DeskChart(table, zone).draw(plan, title));
  }

  private Chart draw(QuickChart plan, String title) {
    Caption caption = Caption.of(title);
    return switch (plan.form()) {
      case LINE ->
          LineChart.of(
              caption,
              format(plan),
              zone,
              plan.values().stream().map(value -> series(plan.label(), value)).toList());
      case BARS -> new RankedBarChart(caption, format(plan), bars(plan), Optional.empty());
    };
  }

  private Series series(int label, int value) {
    List<TimedValue> points = new ArrayList<>();
    for (JsonNode row : table.rows()) {
      moment(label, row.get(label).asText())
          .ifPresent(at -> points.add(new TimedValue(at, number(row.get(value)))));
    }
    points.sort(Comparator.comparing(TimedValue::at));
    return new Series(table.columns().get(value).name(), points);
  }

  private List<RankedBarChart.Bar> bars(QuickChart plan) {
    int value = plan.values().get(0);
    return table.rows().stream()
        .limit(QuickChart.MOST_BARS)
        .map(
            row ->
                new RankedBarChart.Bar(
                    row.get(plan.label()).asText(), number(row.get(value)), false))
        .toList();
  }

  private Optional<Instant> moment(int column, String text) {
    try {
      if (table.columns().get(column).type().contains("DateTime")) {
        String type = table.columns().get(column).type();
        ZoneId written = type.contains("'") ? ZoneId.of(type.split("'", -1)[1]) : ZoneOffset.UTC;
        return Optional.of(SQL_TIME.withZone(written).parse(text, Instant::from));
      }
      return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException nullOrOutOfRange) {
      return Optional.empty();
    }
  }

  private static double number(JsonNode value) {
    if (value.isNull()) {
      return Double.NaN;
    }
    return value.isNumber() ? value.asDouble() : Double.parseDouble(value.asText());
  }

  private ValueFormat format(QuickChart plan) {
    boolean whole =
        plan.values().stream().allMatch(value -> table.columns().get(value).type().contains("Int"));
    return whole ? ValueFormat.count("") : ValueFormat.decimal(2, "");
  }
}

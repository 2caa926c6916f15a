package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a result into the chart its shape asks for. */
final class DeskChart {

  private static final DateTimeFormatter SQL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]");

  private final ResultTable table;
  private final ZoneId zone;
  private final Messages messages;

  private DeskChart(ResultTable table, ZoneId zone, Messages messages) {
    this.table = table;
    this.zone = zone;
    this.messages = messages;
  }

  /**
   * The chart of a result, empty when its shape suggests none.
   *
   * @param zone the city's, in which a time axis is labelled and days begin
   * @param messages language of the title
   */
  static Optional<Chart> of(ResultTable table, ZoneId zone, Messages messages) {
    return QuickChart.of(table).map(plan -> new DeskChart(table, zone, messages).draw(plan));
  }

  private Chart draw(QuickChart plan) {
    String title = messages.text("desk.chart.title");
    return switch (plan.form()) {
      case LINE -> lines(plan, title);
      case BARS ->
          new RankedBarChart(Caption.of(title), format(plan), bars(plan), Optional.empty());
    };
  }

  private Chart lines(QuickChart plan, String title) {
    if (plan.names().isEmpty()) {
      List<Series> columns =
          plan.values().stream()
              .map(value -> series(columnName(value), plan.label(), value, table.rows()))
              .toList();
      return LineChart.of(Caption.of(title), format(plan), zone, columns);
    }
    List<Series> named = named(plan);
    int shown = Math.min(QuickChart.MOST_LINES, named.size());
    String whole = title + " · " + columnName(plan.values().get(0));
    String words =
        shown == named.size()
            ? whole
            : whole + " · " + messages.text("desk.chart.largest", shown, named.size());
    return LineChart.of(Caption.of(words), format(plan), zone, named.subList(0, shown));
  }

  /** One line a name, those with the largest sums first. */
  private List<Series> named(QuickChart plan) {
    Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
    for (JsonNode row : table.rows()) {
      String name =
          plan.names().stream().map(i -> row.get(i).asText()).collect(Collectors.joining(" · "));
      rows.computeIfAbsent(name, any -> new ArrayList<>()).add(row);
    }
    return rows.entrySet().stream()
        .map(line -> series(line.getKey(), plan.label(), plan.values().get(0), line.getValue()))
        .sorted(Comparator.comparingDouble(DeskChart::sum).reversed())
        .toList();
  }

  private static double sum(Series series) {
    return series.values().stream()
        .mapToDouble(TimedValue::value)
        .filter(value -> !Double.isNaN(value))
        .sum();
  }

  private String columnName(int column) {
    return table.columns().get(column).name();
  }

  private Series series(String name, int label, int value, List<JsonNode> rows) {
    List<TimedValue> points = new ArrayList<>();
    for (JsonNode row : rows) {
      moment(label, row.get(label).asText())
          .ifPresent(at -> points.add(new TimedValue(at, number(row.get(value)))));
    }
    points.sort(Comparator.comparing(TimedValue::at));
    return new Series(name, points);
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

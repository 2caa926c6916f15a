package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.files.AttributeHistory.Change;
import city.chengmai.dashboard.query.DealingQueries.MoveRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Let area over time (入驻率): what the file said at the end of each day, and what the tenants known
 * then had, both as shares of the lettable area of that day.
 */
final class LetShare {

  private static final int DAYS = 180;
  private static final int WIDE = 760;
  private static final int HEIGHT = 260;

  private LetShare() {}

  static ChartPair of(List<Change> changes, List<MoveRow> moves, FileDesk desk) {
    List<TimedValue> onFile = new ArrayList<>();
    List<TimedValue> known = new ArrayList<>();
    LocalDate last = desk.moment().day();
    for (LocalDate day = last.minusDays(DAYS); !day.isAfter(last); day = day.plusDays(1)) {
      Instant end = day.plusDays(1).atStartOfDay(desk.moment().zone()).toInstant();
      OptionalDouble lettable = at(changes, "lettableArea", end);
      if (lettable.isEmpty() || lettable.getAsDouble() <= 0) {
        continue;
      }
      double whole = lettable.getAsDouble();
      Instant shown = day.atStartOfDay(desk.moment().zone()).toInstant();
      at(changes, "letArea", end).ifPresent(let -> onFile.add(new TimedValue(shown, let / whole)));
      if (!moves.isEmpty() && moves.get(0).occurredAt().isBefore(end)) {
        known.add(new TimedValue(shown, tenants(moves, end) / whole));
      }
    }
    return onFile.size() < 2 ? ChartPair.NOTHING : drawn(onFile, known, desk);
  }

  private static ChartPair drawn(List<TimedValue> onFile, List<TimedValue> known, FileDesk desk) {
    Messages messages = desk.figures().messages();
    List<Series> series = new ArrayList<>();
    series.add(new Series(messages.text("file.let-share.file"), onFile));
    if (known.size() > 1) {
      series.add(new Series(messages.text("file.let-share.tenants"), known));
    }
    LineChart chart =
        LineChart.of(
            Caption.of(messages.text("file.let-share")),
            ValueFormat.percent(0),
            desk.moment().zone(),
            series);
    return ChartPair.of(chart, WIDE, HEIGHT, HEIGHT);
  }

  private static OptionalDouble at(List<Change> changes, String field, Instant end) {
    OptionalDouble value = OptionalDouble.empty();
    for (Change change : changes) {
      if (change.field().equals(field) && change.at().isBefore(end)) {
        value = number(change.after());
      }
    }
    return value;
  }

  private static double tenants(List<MoveRow> moves, Instant end) {
    Map<String, Double> areas = new HashMap<>();
    for (MoveRow move : moves) {
      if (move.occurredAt().isBefore(end)) {
        areas.put(move.occupancyId(), move.change().equals("moved-out") ? 0.0 : move.floorArea());
      }
    }
    return areas.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException words) {
      return OptionalDouble.empty();
    }
  }
}

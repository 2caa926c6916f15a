package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.chart.Band;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.Target;
import city.chengmai.dashboard.chart.TimedRange;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.MeasureQueries.StaircaseRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The forecast of lift retrofits against their deadline, in words.
 *
 * @param said why there is no forecast; empty when there is one
 * @param verdict how it looks; empty without a deadline
 * @param inTime finished by their day, foretold: the middle, and both ends
 * @param due staircases that have such a day
 * @param lastDay when the last one is finished: from, middle, to
 */
public record LiftOutlook(
    String said,
    String verdict,
    Level level,
    String inTime,
    String due,
    String lastDay,
    ChartPair chart,
    List<Line> lines) {

  /** A residents' committee. */
  public record Line(
      String grid, String address, String due, String finished, String inTime, Level level) {}

  private static final int WIDTH = 1160;
  private static final int HEIGHT = 230;
  private static final int PAST_STEPS = 12;

  static LiftOutlook of(List<StaircaseRow> rows, Instant now, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    LiftForecast forecast = LiftForecast.of(rows, now);
    if (!forecast.lacking().isEmpty()) {
      String stages =
          forecast.lacking().stream()
              .map(stage -> messages.text("lift." + stage))
              .collect(Collectors.joining(messages.text("file.list-between")));
      return nothing(messages.text("outlook.too-few", stages, LiftForecast.FEWEST));
    }
    if (forecast.all() == forecast.finished()) {
      return nothing(messages.text("outlook.all-finished"));
    }
    LiftForecast.Part whole = forecast.whole();
    boolean dated = whole.due() > 0;
    return new LiftOutlook(
        "",
        dated ? messages.text("outlook.verdict." + verdict(whole)) : "",
        level(whole),
        dated ? span(whole, figures) : messages.text("outlook.no-deadline"),
        dated ? figures.count(whole.due()) : "",
        days(forecast.finishedAfter(), now, figures),
        chart(rows, forecast, now, figures),
        forecast.parts().stream().map(part -> line(part, city, figures)).toList());
  }

  private static LiftOutlook nothing(String said) {
    return new LiftOutlook(said, "", Level.NONE, "", "", "", ChartPair.NOTHING, List.of());
  }

  private static Line line(LiftForecast.Part part, CityModel city, Figures figures) {
    return new Line(
        part.grid().isEmpty()
            ? figures.messages().text("outlook.no-grid")
            : city.areaName(part.grid(), figures.messages().language()),
        part.grid(),
        figures.count(part.due()),
        figures.count(part.finished()),
        span(part, figures),
        level(part));
  }

  /**
   * Which of the two ends the deadline lies beyond: all in time, not all, or it may go either way.
   */
  private static String verdict(LiftForecast.Part part) {
    if (part.inTime().lower() >= part.due()) {
      return "all";
    }
    return part.inTime().upper() < part.due() ? "not-all" : "open";
  }

  private static Level level(LiftForecast.Part part) {
    if (part.due() == 0) {
      return Level.NONE;
    }
    return switch (verdict(part)) {
      case "all" -> Level.NORMAL;
      case "not-all" -> Level.ALARM;
      default -> Level.WARNING;
    };
  }

  private static String span(LiftForecast.Part part, Figures figures) {
    LiftForecast.Span span = part.inTime();
    return figures
        .messages()
        .text(
            "outlook.span",
            figures.number(span.middle(), 0),
            figures.number(span.lower(), 0),
            figures.number(span.upper(), 0));
  }

  private static String days(LiftForecast.Span span, Instant now, Figures figures) {
    return figures
        .messages()
        .text(
            "outlook.span",
            day(span.middle(), now, figures),
            day(span.lower(), now, figures),
            day(span.upper(), now, figures));
  }

  private static String day(double days, Instant now, Figures figures) {
    return Double.isInfinite(days)
        ? figures.messages().text("outlook.beyond")
        : figures.day(after(now, days).atZone(figures.zone()).toLocalDate());
  }

  private static Instant after(Instant now, double days) {
    return now.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  private static ChartPair chart(
      List<StaircaseRow> rows, LiftForecast forecast, Instant now, Figures figures) {
    Messages messages = figures.messages();
    List<TimedValue> ahead = new ArrayList<>();
    List<TimedRange> band = new ArrayList<>();
    for (LiftForecast.Step step : forecast.course()) {
      Instant at = after(now, step.days());
      ahead.add(new TimedValue(at, step.finished().middle()));
      band.add(new TimedRange(at, step.finished().lower(), step.finished().upper()));
    }
    double horizon = forecast.course().get(forecast.course().size() - 1).days();
    LineChart chart =
        LineChart.of(
                new Caption(messages.text("outlook.title"), messages.text("outlook.lead")),
                ValueFormat.count(messages.text("lift.staircases")),
                figures.zone(),
                List.of(
                    new Series(messages.text("outlook.past"), past(rows, now, horizon)),
                    new Series(messages.text("outlook.ahead"), ahead)))
            .withBand(new Band(messages.text("outlook.band"), band))
            .withTarget(new Target(messages.text("outlook.all"), forecast.all()));
    return ChartPair.of(chart, WIDTH, HEIGHT, HEIGHT);
  }

  private static List<TimedValue> past(List<StaircaseRow> rows, Instant now, double horizon) {
    List<Instant> ends =
        rows.stream().map(StaircaseRow::finishedAt).filter(Objects::nonNull).toList();
    List<TimedValue> values = new ArrayList<>();
    for (int step = PAST_STEPS; step >= 0; step--) {
      Instant at = after(now, -horizon * step / (2.0 * PAST_STEPS));
      values.add(new TimedValue(at, ends.stream().filter(end -> !end.isAfter(at)).count()));
    }
    return values;
  }
}

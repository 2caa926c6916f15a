package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.query.MeasureQueries.LiftStageRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The funnel of lift retrofits: how many staircases have got to each stage at least.
 *
 * @param finished of all, as both counts
 * @param share finished of all as a percentage, or a word
 * @param chart staircases that have got to each stage at least
 */
public record Lifts(
    String finished, String share, String overdue, ChartPair chart, List<Line> lines) {

  /**
   * A stage in the table.
   *
   * @param there staircases that stand at it now
   * @param atLeast staircases that have got to it, or further
   * @param waiting how long they have stood there, the median
   */
  public record Line(String stage, String there, String atLeast, String homes, String waiting) {}

  private static final int STAGES = 5;
  private static final int WIDTH = 1160;
  private static final int HEIGHT = 210;

  static Lifts of(List<LiftStageRow> rows, Figures figures) {
    long all = rows.stream().mapToLong(LiftStageRow::staircases).sum();
    long done = atLeast(rows, STAGES);
    Messages messages = figures.messages();
    return new Lifts(
        figures.count(done) + " / " + figures.count(all),
        all == 0 ? messages.text("state.no-data") : figures.percent((double) done / all),
        figures.count(rows.stream().mapToLong(LiftStageRow::overdue).sum()),
        all == 0 ? ChartPair.NOTHING : chart(rows, messages),
        all == 0 ? List.of() : lines(rows, figures));
  }

  private static long atLeast(List<LiftStageRow> rows, int stage) {
    return rows.stream()
        .filter(row -> row.stage() >= stage)
        .mapToLong(LiftStageRow::staircases)
        .sum();
  }

  private static ChartPair chart(List<LiftStageRow> rows, Messages messages) {
    List<RankedBarChart.Bar> bars =
        IntStream.rangeClosed(1, STAGES)
            .mapToObj(
                stage ->
                    new RankedBarChart.Bar(
                        messages.text("lift." + stage), atLeast(rows, stage), stage == STAGES))
            .toList();
    return ChartPair.of(
        new RankedBarChart(
            new Caption(messages.text("measures.lifts"), messages.text("measures.lifts-lead")),
            ValueFormat.count(messages.text("lift.staircases")),
            bars,
            Optional.empty()),
        WIDTH,
        HEIGHT,
        HEIGHT);
  }

  private static List<Line> lines(List<LiftStageRow> rows, Figures figures) {
    List<Line> lines = new ArrayList<>();
    for (int stage = 1; stage <= STAGES; stage++) {
      int at = stage;
      Optional<LiftStageRow> row = rows.stream().filter(one -> one.stage() == at).findFirst();
      lines.add(
          new Line(
              figures.messages().text("lift." + stage),
              figures.count(row.map(LiftStageRow::staircases).orElse(0L)),
              figures.count(atLeast(rows, stage)),
              figures.count(row.map(LiftStageRow::homes).orElse(0L)),
              row.map(one -> waiting(one, figures)).orElse(Figures.NONE)));
    }
    return lines;
  }

  private static String waiting(LiftStageRow row, Figures figures) {
    return figures.messages().text("duration.days", figures.number(row.medianDays(), 0));
  }
}

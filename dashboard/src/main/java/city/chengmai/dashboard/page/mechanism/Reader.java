package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind;
import city.chengmai.datasets.mechanism.MeasureKind.Shape;
import city.chengmai.datasets.mechanism.Mechanism;

/** Words a reading as people read it. */
final class Reader {

  /** Fewer persons than this in a part of the city are not told as a number. */
  static final int FEWEST = 5;

  private final Figures figures;
  private final Messages messages;

  Reader(Figures figures) {
    this.figures = figures;
    this.messages = figures.messages();
  }

  /**
   * A value in words.
   *
   * @param text the value, or why there is none
   * @param of both counts of a share or mean; empty without
   * @param told whether there is a value
   */
  record Cell(String text, String of, boolean told) {}

  /**
   * A reading.
   *
   * @param narrow whether it is of a part of the city
   */
  Cell cell(Mechanism mechanism, Measure measure, Reading reading, boolean narrow) {
    boolean guarded = mechanism.personal() && narrow;
    if (guarded && reading.isFew(measure, FEWEST)) {
      return new Cell(messages.text("mechanism.few", FEWEST), "", true);
    }
    return switch (reading.state()) {
      case NOTHING -> new Cell(Figures.NONE, "", false);
      case TOO_SMALL -> new Cell(messages.text("state.insufficient"), "", false);
      default -> new Cell(value(measure, reading), guarded ? "" : of(measure, reading), true);
    };
  }

  private String value(Measure measure, Reading reading) {
    return switch (measure.kind().shape()) {
      case COUNT -> figures.count(Math.round(reading.value()));
      case SHARE -> figures.percent(reading.value());
      case MEAN -> figures.number(reading.value(), 2);
      case PLACE ->
          messages.text(
              "mechanism.rank",
              figures.count(Math.round(reading.part())),
              figures.count(Math.round(reading.whole())));
      case DAYS -> messages.text("duration.days", figures.number(reading.value(), 1));
      default ->
          measure.kind() == MeasureKind.HOURS
              ? messages.text("value.hours", figures.number(reading.value(), 1))
              : figures.amount(reading.value());
    };
  }

  private String of(Measure measure, Reading reading) {
    if (measure.kind().shape() == Shape.PLACE) {
      return "";
    }
    if (reading.whole() != null) {
      return figures.amount(reading.part()) + " / " + figures.amount(reading.whole());
    }
    return reading.part() == null
        ? ""
        : messages.text("mechanism.sample", figures.count(Math.round(reading.part())));
  }
}

package city.chengmai.dashboard.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Lines over time (趋势).
 *
 * @param caption words
 * @param format how values are written
 * @param zone the city's zone, in which the time axis is labelled
 * @param series at most six
 * @param context what is drawn behind the lines
 */
public record LineChart(
    Caption caption, ValueFormat format, ZoneId zone, List<Series> series, Context context)
    implements Chart {

  /**
   * What gives a line its meaning.
   *
   * @param previous the period before, moved onto this time axis by the caller; drawn in grey
   * @param band a shaded band
   * @param target a dashed line
   */
  public record Context(Optional<Series> previous, Optional<Band> band, Optional<Target> target) {
    /** Nothing behind the lines. */
    public static final Context NONE =
        new Context(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Checks and copies. */
  public LineChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(context, "context");
    series = SeriesLimit.copy(series);
  }

  /** Lines without context. */
  public static LineChart of(
      Caption caption, ValueFormat format, ZoneId zone, List<Series> series) {
    return new LineChart(caption, format, zone, series, Context.NONE);
  }

  /** The same with the period before as a grey line. */
  public LineChart withPrevious(Series previous) {
    return with(new Context(Optional.of(previous), context.band(), context.target()));
  }

  /** The same with a shaded band. */
  public LineChart withBand(Band band) {
    return with(new Context(context.previous(), Optional.of(band), context.target()));
  }

  /** The same with a target line. */
  public LineChart withTarget(Target target) {
    return with(new Context(context.previous(), context.band(), Optional.of(target)));
  }

  private LineChart with(Context other) {
    return new LineChart(caption, format, zone, series, other);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.line(this);
  }
}

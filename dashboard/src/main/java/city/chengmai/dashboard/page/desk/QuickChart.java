package city.chengmai.dashboard.page.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The chart a result asks for by its shape: a time and numbers make lines, a name and a number make
 * bars, anything else stays a table.
 *
 * @param form line or bars
 * @param label position of the column along the axis
 * @param values positions of the number columns
 */
record QuickChart(Form form, int label, List<Integer> values) {

  /** More lines than this cannot be told apart. */
  private static final int MOST_LINES = 6;

  /** More bars than this cannot be read. */
  static final int MOST_BARS = 40;

  /** How the values are drawn. */
  enum Form {
    /** Values over time. */
    LINE,
    /** One bar a name. */
    BARS
  }

  QuickChart {
    values = List.copyOf(values);
  }

  /** The chart for a result, empty when its shape suggests none. */
  static Optional<QuickChart> of(ResultTable table) {
    if (table.rows().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> times = positions(table, ColumnKind.TIME);
    List<Integer> texts = positions(table, ColumnKind.TEXT);
    List<Integer> numbers = positions(table, ColumnKind.NUMBER);
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    if (!times.isEmpty() && table.rows().size() > 1) {
      return Optional.of(
          new QuickChart(
              Form.LINE, times.get(0), numbers.subList(0, Math.min(MOST_LINES, numbers.size()))));
    }
    if (!texts.isEmpty() || !times.isEmpty()) {
      int label = texts.isEmpty() ? times.get(0) : texts.get(0);
      return Optional.of(new QuickChart(Form.BARS, label, numbers.subList(0, 1)));
    }
    return Optional.empty();
  }

  private static List<Integer> positions(ResultTable table, ColumnKind kind) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> table.columns().get(i).kind() == kind)
        .boxed()
        .toList();
  }
}

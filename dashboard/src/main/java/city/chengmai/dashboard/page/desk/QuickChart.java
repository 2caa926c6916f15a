package city.chengmai.dashboard.page.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The chart a result asks for by its shape: a time and numbers make lines, a time that comes again
 * with other names beside it makes a line for each name, a name and a number make bars, anything
 * else stays a table.
 *
 * @param form line or bars
 * @param label position of the column along the axis
 * @param values positions of the number columns
 * @param names positions of the columns whose texts tell one line from another; empty when each
 *     number column is a line
 */
record QuickChart(Form form, int label, List<Integer> values, List<Integer> names) {

  /** More lines than this cannot be told apart. */
  static final int MOST_LINES = 6;

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
    names = List.copyOf(names);
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
      return Optional.of(lines(table, times.get(0), texts, numbers));
    }
    if (!texts.isEmpty() || !times.isEmpty()) {
      int label = texts.isEmpty() ? times.get(0) : texts.get(0);
      return Optional.of(new QuickChart(Form.BARS, label, numbers.subList(0, 1), List.of()));
    }
    return Optional.empty();
  }

  private static QuickChart lines(
      ResultTable table, int time, List<Integer> texts, List<Integer> numbers) {
    long moments = table.rows().stream().map(row -> row.get(time).asText()).distinct().count();
    return moments < table.rows().size() && !texts.isEmpty()
        ? new QuickChart(Form.LINE, time, numbers.subList(0, 1), texts)
        : new QuickChart(
            Form.LINE, time, numbers.subList(0, Math.min(MOST_LINES, numbers.size())), List.of());
  }

  private static List<Integer> positions(ResultTable table, ColumnKind kind) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> table.columns().get(i).kind() == kind)
        .boxed()
        .toList();
  }
}

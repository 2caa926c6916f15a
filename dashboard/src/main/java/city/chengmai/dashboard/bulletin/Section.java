package city.chengmai.dashboard.bulletin;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of a bulletin: a table whose words come from the messages of its id.
 *
 * @param id such as {@code figures}
 * @param columns names of the columns, the first names the line
 * @param lines in the order they are told
 * @param omitted lines that were left out because there were too many
 */
public record Section(String id, List<String> columns, List<Line> lines, int omitted) {

  /**
   * A row.
   *
   * @param key tells it from the others, the same whenever the bulletin is made again
   */
  public record Line(String key, List<Cell> cells) {
    /** Copies the cells. */
    public Line {
      requireNonNull(key, "key");
      cells = List.copyOf(cells);
    }

    /** A row of these cells. */
    public static Line of(String key, Cell... cells) {
      return new Line(key, List.of(cells));
    }
  }

  /** Checks that every line fills its columns. */
  public Section {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "section " + id + ", line " + line.key() + ": expected " + columns.size() + " cells");
      }
    }
  }

  /** A section that leaves nothing out. */
  public static Section of(String id, List<String> columns, List<Line> lines) {
    return new Section(id, columns, lines, 0);
  }

  /** A section of the first so many lines. */
  public static Section first(int most, String id, List<String> columns, List<Line> lines) {
    int shown = Math.min(most, lines.size());
    return new Section(id, columns, lines.subList(0, shown), lines.size() - shown);
  }
}

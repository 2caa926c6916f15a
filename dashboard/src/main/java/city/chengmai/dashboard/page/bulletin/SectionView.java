package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.Cell;
import city.chengmai.dashboard.bulletin.Section;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A section as people read it.
 *
 * @param id of the section
 * @param lead what the table counts, empty when its title says all
 * @param columns headings
 * @param lines rows, empty when there is nothing to tell
 * @param empty what an empty table means
 * @param omitted how many lines are left out, in words; empty for none
 * @param note what a person wrote on it
 * @param charts drawings of the same figures
 */
public record SectionView(
    String id,
    String title,
    String lead,
    List<Column> columns,
    List<List<CellView>> lines,
    String empty,
    String omitted,
    String note,
    List<ChartView> charts) {

  /** A heading. */
  public record Column(String name, boolean figure) {}

  /**
   * A drawing.
   *
   * @param wide for paper and desks
   * @param narrow for phones
   */
  public record ChartView(String title, String wide, String narrow) {}

  static SectionView of(Section section, String note, Figures figures, List<ChartView> charts) {
    Messages messages = figures.messages();
    String key = "bulletin." + section.id();
    List<Column> columns = columns(section, messages);
    return new SectionView(
        section.id(),
        messages.text(key + ".title"),
        messages.textOr(key + ".lead", ""),
        columns,
        section.lines().stream().map(line -> cells(line, columns, figures)).toList(),
        messages.text(key + ".none"),
        section.omitted() == 0
            ? ""
            : messages.text("bulletin.omitted", figures.count(section.omitted())),
        note,
        charts);
  }

  /** The cells of a line; what stands for a number that is missing stands where numbers stand. */
  private static List<CellView> cells(Line line, List<Column> columns, Figures figures) {
    return IntStream.range(0, line.cells().size())
        .mapToObj(
            i -> {
              CellView cell = CellView.of(line.cells().get(i), figures);
              return columns.get(i).figure() && cell.link().isEmpty() ? cell.asFigure() : cell;
            })
        .toList();
  }

  private static List<Column> columns(Section section, Messages messages) {
    return IntStream.range(0, section.columns().size())
        .mapToObj(
            i ->
                new Column(
                    heading(section, section.columns().get(i), messages),
                    section.lines().stream().anyMatch(line -> number(line.cells().get(i)))))
        .toList();
  }

  /** What a column is called in this section, else in all of them. */
  private static String heading(Section section, String column, Messages messages) {
    return messages.textOr(
        "bulletin." + section.id() + ".column." + column,
        messages.text("bulletin.column." + column));
  }

  private static boolean number(Cell cell) {
    return cell instanceof Cell.Amount
        || cell instanceof Cell.Rate
        || Cell.NOTHING.equals(cell)
        || cell instanceof Cell.Change;
  }
}

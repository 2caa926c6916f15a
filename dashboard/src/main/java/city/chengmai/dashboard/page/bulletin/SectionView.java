package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.Cell;
import city.chengmai.dashboard.bulletin.Section;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import java.util.List;

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
    return new SectionView(
        section.id(),
        messages.text(key + ".title"),
        messages.textOr(key + ".lead", ""),
        columns(section, messages),
        section.lines().stream()
            .map(line -> line.cells().stream().map(cell -> CellView.of(cell, figures)).toList())
            .toList(),
        messages.text(key + ".none"),
        section.omitted() == 0
            ? ""
            : messages.text("bulletin.omitted", figures.count(section.omitted())),
        note,
        charts);
  }

  private static List<Column> columns(Section section, Messages messages) {
    List<Cell> cells = section.lines().isEmpty() ? List.of() : section.lines().get(0).cells();
    return java.util.stream.IntStream.range(0, section.columns().size())
        .mapToObj(
            i ->
                new Column(
                    messages.text("bulletin.column." + section.columns().get(i)),
                    i < cells.size()
                        && !(cells.get(i) instanceof Cell.Words)
                        && !(cells.get(i) instanceof Cell.Moment)))
        .toList();
  }
}

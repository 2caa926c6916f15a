package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.FileQueries.StewardRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which buildings have a steward (一楼一管家), and how many there are of each tax class (亿元楼).
 *
 * @param share of buildings with a steward, or a word without buildings
 * @param of both counts
 * @param lacking buildings without one, at most a hundred
 * @param more how many more lack one; empty for none
 */
public record Stewards(
    String share, String of, List<Lacking> lacking, String more, List<TaxClass> classes) {

  /** A building without a steward. */
  public record Lacking(String id, String name, String grid) {}

  /** Buildings of a tax class, with how many of them have a steward. */
  public record TaxClass(String name, String buildings, String withSteward) {}

  private static final int SHOWN = 100;
  private static final List<String> ORDER =
      List.of("10-billion", "1-billion", "100-million", "below");

  static Stewards of(List<StewardRow> rows, FileDesk desk) {
    Figures figures = desk.figures();
    Messages messages = figures.messages();
    List<StewardRow> without = rows.stream().filter(row -> row.hasSteward() == 0).toList();
    int with = rows.size() - without.size();
    return new Stewards(
        rows.isEmpty()
            ? messages.text("state.no-data")
            : figures.percent((double) with / rows.size()),
        figures.count(with) + " / " + figures.count(rows.size()),
        without.stream()
            .limit(SHOWN)
            .map(
                row ->
                    new Lacking(
                        row.buildingId(),
                        row.name().isEmpty() ? row.buildingId() : row.name(),
                        desk.city().areaName(row.grid(), messages.language())))
            .toList(),
        without.size() > SHOWN
            ? messages.text("stewards.more", figures.count(without.size() - SHOWN))
            : "",
        classes(rows, figures));
  }

  private static List<TaxClass> classes(List<StewardRow> rows, Figures figures) {
    Map<Integer, List<StewardRow>> classes = new TreeMap<>();
    rows.forEach(
        row -> classes.computeIfAbsent(place(row.taxClass()), place -> new ArrayList<>()).add(row));
    return classes.values().stream()
        .map(
            own ->
                new TaxClass(
                    figures
                        .messages()
                        .textOr(
                            "file.value.taxClass." + own.get(0).taxClass(),
                            figures.messages().text("stewards.no-class")),
                    figures.count(own.size()),
                    figures.count(own.stream().filter(row -> row.hasSteward() == 1).count())))
        .toList();
  }

  private static int place(String taxClass) {
    int place = ORDER.indexOf(taxClass);
    return place < 0 ? ORDER.size() : place;
  }
}

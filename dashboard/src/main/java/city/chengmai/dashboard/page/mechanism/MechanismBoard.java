package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.MechanismQueries.At;
import city.chengmai.dashboard.query.MechanismQueries.Span;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Figures of mechanisms, all on one page or of one by grid. */
final class MechanismBoard {

  /** A figure of 30 days beside the 30 days before. */
  public record Figure(String id, String name, Reader.Cell now, Reader.Cell before) {}

  /** A mechanism with its figures. */
  public record Card(String id, String name, String watches, List<Figure> figures) {}

  /** The mechanisms of a source text. */
  public record Plan(String id, String name, List<Card> cards) {}

  /** A grid with the figures of one mechanism. */
  public record Line(String id, String name, List<Reader.Cell> cells, double lead) {}

  private final Messages messages;
  private final Reader reader;
  private final Scope scope;

  MechanismBoard(Figures figures, Scope scope) {
    this.messages = figures.messages();
    this.reader = new Reader(figures);
    this.scope = scope;
  }

  /** All mechanisms by source text, latest text first. */
  List<Plan> plans(List<Mechanism> mechanisms, Sums sums, List<Span> spans) {
    Map<String, List<Card>> byPlan = new TreeMap<>(Comparator.reverseOrder());
    for (Mechanism one : mechanisms) {
      byPlan.computeIfAbsent(one.plan(), any -> new ArrayList<>()).add(card(one, sums, spans));
    }
    return byPlan.entrySet().stream()
        .map(
            one ->
                new Plan(
                    one.getKey(), messages.text("mechanism.plan." + one.getKey()), one.getValue()))
        .toList();
  }

  /**
   * A mechanism.
   *
   * @param spans the 30 days and those before
   */
  Card card(Mechanism mechanism, Sums sums, List<Span> spans) {
    return new Card(
        mechanism.id(),
        LocalText.of(mechanism.name(), messages.language()),
        LocalText.of(mechanism.watches(), messages.language()),
        mechanism.measures().stream()
            .map(
                measure ->
                    new Figure(
                        measure.id(),
                        LocalText.of(measure.name(), messages.language()),
                        cell(mechanism, measure, sums, spans, 1),
                        cell(mechanism, measure, sums, spans, 2)))
            .toList());
  }

  private Reader.Cell cell(
      Mechanism mechanism, Measure measure, Sums sums, List<Span> spans, int period) {
    Reading reading =
        Reading.of(
            measure, new At(sums, period, ""), scope.residents(), spans.get(period - 1).until());
    return reader.cell(mechanism, measure, reading, scope.narrow());
  }

  /**
   * The grids where something is told, those first where the leading figure is largest.
   *
   * @param sums by grid, of one time
   */
  List<Line> lines(Mechanism mechanism, Sums sums, Span span, CityModel city) {
    return grids(sums).stream()
        .filter(grid -> city.area(grid).isPresent())
        .map(grid -> line(mechanism, sums, span, grid, city))
        .filter(line -> line.cells().stream().anyMatch(Reader.Cell::told))
        .sorted(Comparator.comparingDouble(Line::lead).reversed().thenComparing(Line::id))
        .toList();
  }

  private Line line(Mechanism mechanism, Sums sums, Span span, String grid, CityModel city) {
    At at = new At(sums, 1, grid);
    long residents = scope.residentsOf().getOrDefault(grid, 0L);
    List<Reader.Cell> cells = new ArrayList<>();
    double lead = Double.NEGATIVE_INFINITY;
    for (Measure measure : mechanism.measures()) {
      Reading reading = Reading.of(measure, at, residents, span.until());
      boolean few = mechanism.personal() && reading.isFew(measure, Reader.FEWEST);
      if (cells.isEmpty() && reading.value() != null) {
        lead = few ? 0 : reading.value();
      }
      cells.add(reader.cell(mechanism, measure, reading, true));
    }
    return new Line(grid, city.areaName(grid, messages.language()), cells, lead);
  }

  private static Set<String> grids(Sums sums) {
    Set<String> grids = new TreeSet<>();
    sums.services().forEach(row -> grids.add(row.place()));
    sums.registers().forEach(row -> grids.add(row.place()));
    sums.demands().forEach(row -> grids.add(row.place()));
    sums.cases().forEach(row -> grids.add(row.place()));
    sums.arrivals().forEach(row -> grids.add(row.place()));
    return grids;
  }
}

package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.StandingQueries;
import city.chengmai.dashboard.query.StandingQueries.DefinedRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.FurtherDefinition;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import city.chengmai.datasets.catalogue.Indicator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An indicator by another definition (并行口径) beside the one of the catalogue. Blocking and
 * thread-safe.
 */
final class DefinitionsBeside {

  /**
   * Another definition with its values.
   *
   * @param name what tells it from the catalogue's
   * @param sentence how the two differ and why both are shown
   * @param days from when to when, in words
   * @param definition above and below the line
   * @param rows by length of the window
   */
  public record Beside(
      int version, String name, String sentence, String days, String definition, List<Line> rows) {}

  /** Both values of a window. */
  public record Line(String window, String now, String other) {}

  private final Catalogue catalogue;
  private final FurtherDefinitions further;
  private final StandingQueries standings;

  DefinitionsBeside(Catalogue catalogue, FurtherDefinitions further, StandingQueries standings) {
    this.catalogue = catalogue;
    this.further = further;
    this.standings = standings;
  }

  /** The definitions that hold on a day beside the catalogue's; usually none. */
  List<Beside> of(String area, Indicator indicator, LocalDate day, Figures figures) {
    List<FurtherDefinition> holding =
        further.of(indicator.id()).stream().filter(one -> one.holdsOn(day)).toList();
    if (holding.isEmpty()) {
      return List.of();
    }
    List<DefinedRow> rows = standings.byDefinition(area, indicator.id(), day);
    return holding.stream().map(one -> beside(one, indicator, rows, figures)).toList();
  }

  private Beside beside(
      FurtherDefinition definition, Indicator indicator, List<DefinedRow> rows, Figures figures) {
    Messages messages = figures.messages();
    IndicatorWords words = new IndicatorWords(catalogue, figures);
    return new Beside(
        definition.version(),
        LocalText.of(definition.name(), messages.language()),
        LocalText.of(definition.difference(), messages.language()),
        definition.until() == null
            ? messages.text("beside.both-stay")
            : messages.text("beside.until", figures.day(definition.until().minusDays(1))),
        words.definition(definition.in(catalogue)),
        lines(definition, indicator, rows, figures));
  }

  private List<Line> lines(
      FurtherDefinition definition, Indicator indicator, List<DefinedRow> rows, Figures figures) {
    Map<String, LocalDate> windows = new LinkedHashMap<>();
    rows.forEach(row -> windows.putIfAbsent(row.period(), row.day()));
    return windows.entrySet().stream()
        .map(
            window ->
                new Line(
                    figures.messages().textOr("period." + window.getKey(), window.getKey())
                        + " "
                        + figures.day(window.getValue()),
                    told(rows, window.getKey(), indicator.version(), indicator, figures),
                    told(rows, window.getKey(), definition.version(), indicator, figures)))
        .toList();
  }

  private String told(
      List<DefinedRow> rows, String period, int version, Indicator indicator, Figures figures) {
    Optional<DefinedRow> found =
        rows.stream()
            .filter(row -> row.period().equals(period) && row.definitionVersion() == version)
            .findFirst();
    if (found.isEmpty()) {
      return Figures.NONE;
    }
    Messages messages = figures.messages();
    DefinedRow row = found.get();
    if (row.value() == null) {
      return messages.textOr("state." + row.state(), row.state());
    }
    IndicatorWords words = new IndicatorWords(catalogue, figures);
    String value = words.value(indicator, row.value());
    return row.companion() == null || indicator.companion() == null
        ? value
        : messages.text(
            "beside.with-companion",
            value,
            LocalText.of(indicator.companion(), messages.language()),
            words.value(indicator, row.companion()));
  }
}

package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.EmpowermentQueries.CountRow;
import city.chengmai.dashboard.query.EmpowermentQueries.RunRow;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A model of the library as it is shown.
 *
 * @param origin by whom it was written and whether it is asked; empty: it is shipped
 */
public record ModelView(
    String id,
    String name,
    String origin,
    String question,
    String check,
    String owner,
    String version,
    String schedule,
    List<String> inputs,
    String lastRun,
    String lastFindings,
    String hits,
    String standing,
    String unchecked,
    String handed,
    String checked,
    String precision,
    String precisionOf,
    String adoption,
    String adoptionOf,
    TimeSaved saved,
    List<Parameter> numbers) {

  /** A number of a model with its bounds. */
  public record Parameter(String name, String value, String lowest, String highest) {}

  static ModelView of(
      EmpowermentModel model,
      String origin,
      CountRow counts,
      Optional<RunRow> run,
      TimeSaved saved,
      CityModel city,
      Figures figures) {
    Messages messages = figures.messages();
    long checked = counts.confirmed() + counts.rejected();
    long heard = counts.adopted() + counts.declined();
    return new ModelView(
        model.id(),
        LocalText.of(model.name(), messages.language()),
        origin,
        LocalText.of(model.question(), messages.language()),
        LocalText.of(model.check(), messages.language()),
        city.feedName(model.department(), messages.language()),
        String.valueOf(model.version()),
        messages.text("models.schedule." + model.schedule().name().toLowerCase(Locale.ROOT)),
        model.inputs(),
        run.map(row -> figures.day(row.day())).orElse(Figures.NONE),
        run.map(row -> figures.count(row.findings())).orElse(Figures.NONE),
        figures.count(counts.hits()),
        figures.count(counts.standing()),
        figures.count(counts.unchecked()),
        figures.count(counts.handed()),
        figures.count(checked),
        share(counts.confirmed(), checked, figures),
        checked == 0 ? messages.text("models.no-verdicts") : counts.confirmed() + " / " + checked,
        share(counts.adopted(), counts.confirmed(), figures),
        heard == 0
            ? messages.text("models.no-words")
            : counts.adopted() + " / " + counts.confirmed(),
        saved,
        numbers(model, figures));
  }

  private static String share(long part, long whole, Figures figures) {
    return whole == 0 ? Figures.NONE : figures.percent((double) part / whole);
  }

  private static List<Parameter> numbers(EmpowermentModel model, Figures figures) {
    return model.numbers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new Parameter(
                    figures.messages().text("models.number." + entry.getKey()),
                    figures.amount(entry.getValue()),
                    figures.amount(model.bounds().get(entry.getKey()).lowest()),
                    figures.amount(model.bounds().get(entry.getKey()).highest())))
        .toList();
  }
}

package city.chengmai.dashboard.page.campaign;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.CampaignQueries.EffectRow;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Words what an intervention changed in one language. */
public final class EffectView {

  /** An intervention on the page. */
  public record Card(
      String name,
      String what,
      String start,
      Level level,
      String state,
      String sentence,
      String before,
      String after,
      ChartPair chart) {}

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  /** Words for a city in the language of the figures. */
  public EffectView(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** What stands on the page about one. */
  public Card card(EffectRow row) {
    return new Card(
        messages.language() == Language.CHINESE ? row.nameZh() : row.nameEn(),
        what(row),
        figures.day(row.startDay()),
        level(row.state()),
        messages.text("effect.state." + row.state()),
        sentence(row),
        daily(row.baselineTotal(), ChronoUnit.DAYS.between(row.baselineFrom(), row.startDay())),
        daily(row.afterTotal(), ChronoUnit.DAYS.between(row.afterFrom(), row.afterTo())),
        CampaignCharts.effect(row, figures));
  }

  private String what(EffectRow row) {
    String categories =
        row.categories().isEmpty()
            ? messages.text("effect.all-categories")
            : names(row.categories(), true);
    String areas =
        row.areas().isEmpty() ? messages.text("effect.all-areas") : names(row.areas(), false);
    return messages.text(
        "effect.what", messages.text("effect.source." + row.source()), categories, areas);
  }

  private String names(List<String> ids, boolean categories) {
    return ids.stream()
        .map(
            id ->
                categories
                    ? city.categoryName(id, messages.language())
                    : city.areaName(id, messages.language()))
        .collect(Collectors.joining(messages.text("file.list-between")));
  }

  private static Level level(String state) {
    return switch (state) {
      case "fewer" -> Level.NORMAL;
      case "more" -> Level.ALARM;
      case "no-clear-change" -> Level.WARNING;
      default -> Level.NONE;
    };
  }

  private String sentence(EffectRow row) {
    if (row.ratio() == null) {
      return messages.text("effect.sentence." + row.state());
    }
    return messages.text(
        "effect.sentence",
        figures.count(Math.round(row.afterTotal())),
        figures.number(row.expectedTotal(), 1),
        figures.signed(100 * (row.ratio() - 1), 0),
        figures.signed(100 * (row.ratioLower() - 1), 0),
        figures.signed(100 * (row.ratioUpper() - 1), 0));
  }

  private String daily(double total, long days) {
    return days <= 0
        ? Figures.NONE
        : messages.text("effect.daily", figures.number(total / days, 1), figures.count(days));
  }
}

package city.chengmai.dashboard.page.campaign;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.CampaignQueries.GapRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.LocalDate;
import java.util.Optional;

/** Words the distance to a benchmark in one language. */
final class GapView {

  /**
   * A benchmark on the page.
   *
   * @param arrow sign of the pace
   * @param pace what is gained in 30 days, in words
   * @param forecast when the gap closes, in words
   */
  public record Card(
      String domain,
      String rival,
      String area,
      String indicatorId,
      String indicator,
      String value,
      String target,
      String gap,
      Level level,
      String state,
      String arrow,
      String pace,
      String forecast,
      ChartPair chart) {}

  /** A slope of less than so many standard errors may as well be none. */
  private static final double SURE = 2;

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final Catalogue catalogue = Catalogue.bundled();

  GapView(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  Card card(GapRow row) {
    return new Card(
        pick(row.domainZh(), row.domainEn()),
        pick(row.rivalZh(), row.rivalEn()),
        city.areaName(row.areaId(), messages.language()),
        row.indicator(),
        indicator(row),
        value(row, row.value()),
        value(row, row.target()),
        row.gap() == null ? Figures.NONE : value(row, Math.max(0, row.gap())),
        level(row.state()),
        messages.text("gap.state." + row.state()),
        arrow(row),
        pace(row),
        forecast(row),
        CampaignCharts.pace(row, this, figures));
  }

  String pick(String chinese, String english) {
    return messages.language() == Language.CHINESE ? chinese : english;
  }

  String indicator(GapRow row) {
    return found(row)
        .map(known -> LocalText.of(known.name(), messages.language()))
        .orElse(row.indicator());
  }

  Optional<Indicator> found(GapRow row) {
    return catalogue.find(row.indicator());
  }

  boolean lowerIsBetter(GapRow row) {
    return found(row).map(known -> known.direction() == Direction.LOWER_IS_BETTER).orElse(false);
  }

  boolean percent(GapRow row) {
    return found(row).map(known -> known.unit() == Unit.PERCENT).orElse(false);
  }

  private String value(GapRow row, Double value) {
    if (value == null) {
      return Figures.NONE;
    }
    boolean hours = found(row).map(known -> known.unit() == Unit.HOURS).orElse(false);
    String number = figures.number(value, 1);
    return percent(row) ? number + "%" : hours ? messages.text("value.hours", number) : number;
  }

  private static Level level(String state) {
    return switch (state) {
      case "reached", "on-pace" -> Level.NORMAL;
      case "late", "uncertain" -> Level.WARNING;
      case "not-at-this-pace" -> Level.ALARM;
      default -> Level.NONE;
    };
  }

  private static boolean level(GapRow row) {
    return row.slopeError() != null && Math.abs(row.slope()) < SURE * row.slopeError();
  }

  private static String arrow(GapRow row) {
    if (row.slope() == null) {
      return Figures.NONE;
    }
    return level(row) ? "→" : row.slope() > 0 ? "↗" : "↘";
  }

  private String pace(GapRow row) {
    if (row.slope() == null) {
      return messages.text("gap.pace.none", figures.count(row.windows()));
    }
    String key = level(row) ? "gap.pace.level" : row.slope() > 0 ? "gap.pace.up" : "gap.pace.down";
    return messages.text(
        key,
        level(row) ? figures.signed(row.slope(), 1) : figures.number(Math.abs(row.slope()), 1),
        figures.number(SURE * row.slopeError(), 1),
        figures.count(row.windows()),
        messages.text("gap.window." + row.window()));
  }

  private String forecast(GapRow row) {
    String due = figures.day(row.targetDay());
    if (row.closesOn() == null) {
      return messages.text("gap.forecast." + row.state(), due);
    }
    String open = row.closesTo() == null ? ".open" : "";
    return messages.text(
        "gap.forecast." + (row.state().equals("uncertain") ? "uncertain" : "closes" + open),
        figures.day(row.closesOn()),
        day(row.closesFrom()),
        day(row.closesTo()),
        due,
        messages.text(row.closesOn().isAfter(row.targetDay()) ? "gap.after" : "gap.before"));
  }

  private String day(LocalDate day) {
    return day == null ? Figures.NONE : figures.day(day);
  }
}

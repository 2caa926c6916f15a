package city.chengmai.dashboard.page;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;

/** Names and values of indicators in one language. */
public final class IndicatorWords {

  private final Catalogue catalogue;
  private final Figures figures;
  private final Messages messages;

  /** Words for indicators of this catalogue. */
  public IndicatorWords(Catalogue catalogue, Figures figures) {
    this.catalogue = catalogue;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** The name; the id when the catalogue does not know it. */
  public String name(String id) {
    return catalogue.find(id).map(this::name).orElse(id);
  }

  /** The name. */
  public String name(Indicator indicator) {
    return LocalText.of(indicator.name(), language());
  }

  /** A value with its unit; a dash for null. */
  public String value(Indicator indicator, Double value) {
    if (value == null) {
      return Figures.NONE;
    }
    return switch (indicator.unit()) {
      case PERCENT -> figures.number(value, 1) + "%";
      case HOURS -> messages.text("value.hours", figures.number(value, 1));
      case CASES -> messages.text("value.cases", figures.number(value, 2));
      case ORDERS -> messages.text("value.orders", figures.number(value, 2));
    };
  }

  /** A value of an indicator that the catalogue may not know. */
  public String value(String id, Double value) {
    return catalogue
        .find(id)
        .map(indicator -> value(indicator, value))
        .orElseGet(() -> figures.number(value, 1));
  }

  /** Both ends of an interval; a dash where there is none. */
  public String interval(Indicator indicator, Double lower, Double upper) {
    if (lower == null || upper == null) {
      return Figures.NONE;
    }
    boolean coarse = indicator.unit() == Unit.PERCENT || indicator.unit() == Unit.HOURS;
    int decimals = coarse ? 1 : 2;
    return messages.text(
        "portrait.from-to", figures.number(lower, decimals), value(indicator, upper));
  }

  /** Above and below the line; only the number of cases where the sum above says nothing. */
  public String fraction(Indicator indicator, double numerator, double denominator) {
    return indicator.unit() == Unit.HOURS
        ? messages.text("figures.of-cases", figures.number(denominator, 0))
        : figures.amount(numerator) + " / " + figures.amount(denominator);
  }

  /** Numerator, denominator, smallest sample and version. */
  public String definition(Indicator indicator) {
    return messages.text(
        "portrait.definition",
        LocalText.of(indicator.numerator(), language()),
        LocalText.of(indicator.denominator(), language()),
        indicator.smallestSample(),
        indicator.version());
  }

  private Language language() {
    return messages.language();
  }
}

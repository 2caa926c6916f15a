package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.Cell;
import city.chengmai.dashboard.bulletin.Rounded;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;

/**
 * A cell as people read it.
 *
 * @param text what it says
 * @param detail what it was made from, empty for nothing
 * @param link address of its page, empty for none
 * @param figure whether it is a number
 */
public record CellView(String text, String detail, String link, boolean figure) {

  static CellView of(Cell cell, Figures figures) {
    if (cell == null) {
      return plain(Figures.NONE);
    }
    if (cell instanceof Cell.Words words) {
      boolean chinese = figures.messages().language() == Language.CHINESE;
      return new CellView(chinese ? words.zh() : words.en(), "", words.link(), false);
    }
    if (cell instanceof Cell.Amount amount) {
      return figure(amount(amount, figures), "");
    }
    if (cell instanceof Cell.Rate rate) {
      return rate(rate, figures);
    }
    if (cell instanceof Cell.Change change) {
      return figure(change(change, figures), "");
    }
    return plain(figures.fullMoment(((Cell.Moment) cell).at()));
  }

  private static String amount(Cell.Amount amount, Figures figures) {
    if (amount.unit().equals("amount")) {
      return figures.amount(amount.value());
    }
    return withUnit(figures.number(amount.value(), amount.decimals()), amount.unit(), figures);
  }

  private static CellView rate(Cell.Rate rate, Figures figures) {
    Messages messages = figures.messages();
    String made =
        rate.unit().equals(Rounded.HOURS)
            ? messages.text("figures.of-cases", figures.number(rate.denominator(), 0))
            : figures.amount(rate.numerator()) + " / " + figures.amount(rate.denominator());
    if (rate.value() == null) {
      boolean nothing = rate.denominator() == 0;
      return new CellView(messages.text("state." + rate.state()), nothing ? "" : made, "", true);
    }
    String value = figures.number(rate.value(), rate.decimals());
    return figure(withUnit(value, rate.unit(), figures), made);
  }

  private static String change(Cell.Change change, Figures figures) {
    String number = figures.signed(change.value(), change.decimals());
    return change.unit().equals(Rounded.POINTS) ? number : withUnit(number, change.unit(), figures);
  }

  private static String withUnit(String number, String unit, Figures figures) {
    return switch (unit) {
      case Rounded.PERCENT -> number + "%";
      case Rounded.HOURS -> figures.messages().text("value.hours", number);
      default -> number;
    };
  }

  /** The same in a column of numbers. */
  CellView asFigure() {
    return new CellView(text, detail, link, true);
  }

  private static CellView figure(String text, String detail) {
    return new CellView(text, detail, "", true);
  }

  private static CellView plain(String text) {
    return new CellView(text, "", "", false);
  }
}

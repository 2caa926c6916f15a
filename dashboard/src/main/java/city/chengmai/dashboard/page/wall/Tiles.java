package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.Score;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.util.Optional;

/** Words the key figures. */
final class Tiles {

  private static final double MANY = 1.5;
  private static final long MANY_AT_LEAST = 20;
  private static final double OVERDUE_SHARE = 0.1;

  private final FiguresPanel.Data data;
  private final Figures figures;
  private final Messages messages;
  private final Catalogue catalogue;

  Tiles(FiguresPanel.Data data, Figures figures, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.data = data;
    this.figures = figures;
    this.messages = figures.messages();
  }

  Tile reported() {
    String label = messages.text(data.historical() ? "figures.reported-day" : "figures.reported");
    if (!data.any()) {
      return unknown(label);
    }
    long now = data.counts().reported();
    long before = data.counts().reportedBefore();
    boolean many = now > MANY * before && now - before >= MANY_AT_LEAST;
    Level level = many ? Level.WARNING : Level.NORMAL;
    String state = messages.text(many ? "figures.many" : "level.normal");
    return Tile.plain(label, figures.count(now), "", level, state, yesterday(now - before));
  }

  Tile open() {
    String label = messages.text("figures.open");
    if (!data.any()) {
      return unknown(label);
    }
    long open = data.counts().open();
    long overdue = data.counts().overdue();
    Level level = overdue == 0 ? Level.NORMAL : share(overdue, open);
    return Tile.plain(
        label,
        figures.count(open),
        messages.text("figures.overdue", figures.count(overdue)),
        level,
        word(level),
        yesterday(open - data.counts().openBefore()));
  }

  Tile alerts() {
    String label = messages.text("figures.alerts");
    long open = data.alerts().open();
    if (open == 0 && data.indicators().isEmpty()) {
      // Analytics has not run: nobody has looked for alerts, which is not the same as none.
      return unknown(label);
    }
    Level level = open == 0 ? Level.NORMAL : Level.WARNING;
    if (data.alerts().alarms() > 0) {
      level = Level.ALARM;
    }
    return Tile.plain(
        label,
        figures.count(open),
        messages.text(
            "figures.alarms",
            figures.count(data.alerts().alarms()),
            figures.count(data.alerts().alarmedAreas())),
        level,
        word(level),
        yesterday(open - data.alerts().openBefore()));
  }

  /** The tile of an indicator; its name and unit are those of the catalogue. */
  Tile indicator(String id) {
    Indicator indicator = catalogue.indicator(id);
    String label = LocalText.of(indicator.name(), messages.language());
    return row(id, 1)
        .map(row -> indicator(indicator, label, row))
        .orElseGet(() -> Tile.unknown(label, id, messages.text("state.no-data")));
  }

  private Tile indicator(Indicator indicator, String label, IndicatorRow row) {
    String id = indicator.id();
    boolean known = row.value() != null;
    Level level = known ? Score.level(id, row.value()) : Level.NONE;
    String state = known ? word(level) : messages.text("state." + row.state());
    return new Tile(
        label,
        known ? value(indicator, row.value()) : state,
        !known,
        fraction(indicator, row),
        level,
        state,
        known ? change(id, row.value()) : "",
        messages.text("wall.to", figures.moment(row.dataAsOf())),
        id,
        messages.text("figures.window", TimeWindow.TRAILING_DAYS),
        TimeWindow.trailing(row.day(), figures.zone()).interval());
  }

  private String value(Indicator indicator, double value) {
    String number = figures.number(value, 1);
    return switch (indicator.unit()) {
      case PERCENT -> number + "%";
      case HOURS -> messages.text("value.hours", number);
      case CASES, ORDERS -> number;
    };
  }

  /** A median has no numerator; what counts is over how many cases it was taken. */
  private String fraction(Indicator indicator, IndicatorRow row) {
    return indicator.unit() == Unit.HOURS
        ? messages.text("figures.of-cases", figures.count((long) row.denominator()))
        : figures.amount(row.numerator()) + " / " + figures.amount(row.denominator());
  }

  private String change(String id, double value) {
    return row(id, 0)
        .filter(before -> before.value() != null)
        .map(before -> figures.signed(value - before.value(), 1))
        .map(change -> messages.text("figures.against-window", change))
        .orElse("");
  }

  private Optional<IndicatorRow> row(String id, int current) {
    return data.indicators().stream()
        .filter(row -> row.indicator().equals(id) && row.current() == current)
        .findFirst();
  }

  private String yesterday(long difference) {
    String key = data.historical() ? "figures.against-day" : "figures.against-yesterday";
    return messages.text(key, figures.signed((double) difference, 0));
  }

  private Tile unknown(String label) {
    return Tile.unknown(label, "", messages.text("state.no-data"));
  }

  private String word(Level level) {
    return messages.text("level." + level.key());
  }

  private static Level share(long overdue, long open) {
    return overdue > OVERDUE_SHARE * open ? Level.ALARM : Level.WARNING;
  }
}

package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.StandingCountRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Open alerts, newest first, on static leaves that are turned: nothing moves while it is read. */
final class TickerPanel implements WallPanel<TickerPanel.Data> {

  private static final int READ = 24;
  private static final int ON_A_LEAF = 2;

  /**
   * The alerts.
   *
   * @param hidden alerts whose findings stand and that people set aside or closed
   */
  record Data(List<AlertRow> alerts, long hidden) {}

  /**
   * An alert as it is shown.
   *
   * @param note how far people are with it, or why it is doubtful; empty for a new one
   */
  public record Item(Level level, String rule, String time, String text, String note) {}

  private final AlertQueries alerts;

  TickerPanel(AlertQueries alerts) {
    this.alerts = alerts;
  }

  @Override
  public String id() {
    return "ticker";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(alerts.open(moment.now(), READ), hidden(alerts, moment));
  }

  static long hidden(AlertQueries alerts, CityMoment moment) {
    return alerts.counts(moment.now()).stream()
        .filter(count -> !Standing.of(count.standing()).map(Standing::isShown).orElse(true))
        .mapToLong(StandingCountRow::alerts)
        .sum();
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    List<Item> items = items(data.alerts(), city, figures);
    List<List<Item>> leaves = new ArrayList<>();
    for (int i = 0; i < items.size(); i += ON_A_LEAF) {
      leaves.add(items.subList(i, Math.min(items.size(), i + ON_A_LEAF)));
    }
    return Map.of("leaves", leaves, "hidden", hidden(data, figures));
  }

  static String hidden(Data data, Figures figures) {
    return data.hidden() == 0
        ? ""
        : figures.messages().text("alert.hidden", figures.count(data.hidden()));
  }

  static List<Item> items(List<AlertRow> alerts, CityModel city, Figures figures) {
    AlertSentence sentence = new AlertSentence(city, figures);
    return alerts.stream()
        .map(
            alert ->
                new Item(
                    Level.ofSeverity(alert.severity()),
                    sentence.rule(alert),
                    figures.moment(alert.raisedAt()),
                    sentence.text(alert),
                    note(alert, sentence, figures.messages())))
        .toList();
  }

  private static String note(AlertRow alert, AlertSentence sentence, Messages messages) {
    if (alert.paused()) {
      return sentence.paused(alert);
    }
    return Standing.NEW.wireName().equals(alert.standing())
        ? ""
        : messages.text("standing." + alert.standing());
  }
}

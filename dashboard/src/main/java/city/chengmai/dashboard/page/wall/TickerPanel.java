package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Open alerts, newest first, on static leaves that are turned: nothing moves while it is read. */
final class TickerPanel implements WallPanel<TickerPanel.Data> {

  private static final int READ = 24;
  private static final int ON_A_LEAF = 2;

  /** The alerts. */
  record Data(List<AlertRow> alerts) {}

  /** An alert as it is shown. */
  public record Item(Level level, String rule, String time, String text) {}

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
    return new Data(alerts.open(moment.now(), READ));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    AlertSentence sentence = new AlertSentence(city, figures);
    List<Item> items =
        data.alerts().stream()
            .map(
                alert ->
                    new Item(
                        Level.ofSeverity(alert.severity()),
                        sentence.rule(alert),
                        figures.moment(alert.raisedAt()),
                        sentence.text(alert)))
            .toList();
    List<List<Item>> leaves = new ArrayList<>();
    for (int i = 0; i < items.size(); i += ON_A_LEAF) {
      leaves.add(items.subList(i, Math.min(items.size(), i + ON_A_LEAF)));
    }
    return Map.of("leaves", leaves);
  }
}

package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.Search;
import java.util.List;
import java.util.Map;

/** Open alerts in a list, newest first. */
final class AlertsPanel implements WallPanel<TickerPanel.Data> {

  private static final String ALL = "all";
  private static final int ROW = 52;

  /** Where lines are shorter, a sentence takes three of them. */
  private static final int ROW_IN_NARROW = 77;

  private static final int NARROW = 520;
  private static final int BELOW = 30;

  /** Rows are no higher than this; see {@code .alerts} in wall.css. */
  private static final int HIGHEST_ROW = 104;

  private static final int LINE = 25;

  private final AlertQueries alerts;
  private final int shown;
  private final int lines;
  private final String severity;

  AlertsPanel(AlertQueries alerts, PanelPlan plan) {
    this.alerts = alerts;
    boolean narrow = plan.shape().width() < NARROW;
    this.shown = plan.rows(narrow ? ROW_IN_NARROW : ROW, BELOW);
    this.lines = Math.min(HIGHEST_ROW, (plan.shape().height() - BELOW) / shown) / LINE;
    this.severity = plan.text("severity");
  }

  @Override
  public String id() {
    return "alerts";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public TickerPanel.Data read(CityModel city, CityMoment moment) {
    String wanted = severity.equals(ALL) ? "" : severity;
    Search search = new Search("open", "", "", wanted, "", List.of());
    return new TickerPanel.Data(
        alerts.search(moment.now(), search, shown, 0), TickerPanel.hidden(alerts, moment));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    String base = messages.text("panel.alerts");
    return severity.equals(ALL) ? base : base + " · " + messages.text("severity." + severity);
  }

  @Override
  public Map<String, Object> model(TickerPanel.Data data, CityModel city, Figures figures) {
    long total = data.alerts().stream().mapToLong(row -> row.total()).findFirst().orElse(0);
    return Map.of(
        "items",
        TickerPanel.items(data.alerts(), city, figures),
        "lines",
        lines,
        "hidden",
        TickerPanel.hidden(data, figures),
        "more",
        total > shown ? figures.messages().text("alert.more", total - shown) : "");
  }
}

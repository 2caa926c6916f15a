package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.MeasureQueries.CallbacksRow;

/**
 * Call-backs that were answered. It is not the connection rate of the hotline (接通率): that needs the
 * calls that came in, which no feed tells.
 *
 * @param rate answered of called as a percentage, or a word
 */
public record Callbacks(String rate, String fraction) {

  static Callbacks of(CallbacksRow row, Figures figures) {
    return new Callbacks(
        row.called() == 0
            ? figures.messages().text("state.no-data")
            : figures.percent((double) row.answered() / row.called()),
        figures.count(row.answered()) + " / " + figures.count(row.called()));
  }
}

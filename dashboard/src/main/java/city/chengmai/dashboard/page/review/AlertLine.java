package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;

/**
 * An open alert in a list.
 *
 * @param key what its page is named by
 * @param rule name of the rule
 * @param since when it was raised
 * @param text the alert as a sentence
 */
public record AlertLine(
    String key, Level level, String rule, String since, String text, String paused) {

  static AlertLine of(AlertRow alert, CityModel city, Figures figures) {
    AlertSentence sentence = new AlertSentence(city, figures);
    return new AlertLine(
        alert.alertKey(),
        Level.ofSeverity(alert.severity()),
        sentence.rule(alert),
        figures.moment(alert.raisedAt()),
        sentence.text(alert),
        sentence.paused(alert));
  }
}

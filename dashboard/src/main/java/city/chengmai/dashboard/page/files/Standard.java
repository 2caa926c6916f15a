package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.Level;
import city.chengmai.datasets.catalogue.FileRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How good a file is: completeness (完整率) and freshness (鲜活度).
 *
 * @param completeness filled of mandatory fields as a share, for example {@code 87.5%}
 * @param fraction the same as counts, for example {@code 7 / 8}
 * @param missing names of the fields that lack
 * @param complete level of the completeness
 * @param confirmed when somebody told of it last
 * @param age since then, in words
 * @param fresh level of the freshness
 * @param period the refresh period in words
 */
public record Standard(
    String completeness,
    String fraction,
    List<String> missing,
    Level complete,
    String confirmed,
    String age,
    Level fresh,
    String period) {

  private static final double POOR = 0.8;

  /**
   * The standard of one file.
   *
   * @param missing ids of mandatory fields that lack
   * @param confirmedAt null when nobody ever told
   */
  static Standard of(
      FileRule rule,
      List<String> missing,
      Instant confirmedAt,
      Instant now,
      FieldWords words,
      Figures figures) {
    Messages messages = figures.messages();
    int all = rule.mandatory().size();
    int filled = all - missing.size();
    double share = (double) filled / all;
    return new Standard(
        figures.percent(share),
        figures.count(filled) + " / " + figures.count(all),
        missing.stream().map(words::name).toList(),
        missing.isEmpty() ? Level.NORMAL : share < POOR ? Level.ALARM : Level.WARNING,
        figures.fullMoment(confirmedAt),
        confirmedAt == null ? Figures.NONE : figures.duration(age(confirmedAt, now)),
        fresh(rule, confirmedAt, now),
        messages.text("duration.days", figures.count(rule.refreshDays())));
  }

  /** Stale is to be acted on, the last fifth of the period to be watched. */
  private static Level fresh(FileRule rule, Instant confirmedAt, Instant now) {
    if (confirmedAt == null || rule.refreshDays() == 0) {
      return Level.NONE;
    }
    double used = (double) age(confirmedAt, now).toHours() / (24L * rule.refreshDays());
    return used > 1 ? Level.ALARM : used > POOR ? Level.WARNING : Level.NORMAL;
  }

  private static Duration age(Instant confirmedAt, Instant now) {
    return confirmedAt.isAfter(now) ? Duration.ZERO : Duration.between(confirmedAt, now);
  }
}

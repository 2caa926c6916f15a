package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.MeasureQueries.ActionsRow;
import java.util.List;

/**
 * The mix of acts beside seven parts service, two parts management and one part enforcement (721).
 *
 * @param total all acts
 */
public record ActionMix(String total, List<Line> lines) {

  /**
   * One class of acts.
   *
   * @param key of the messages
   * @param share of all acts; a dash when there are none
   * @param width of its bar, in per cent
   * @param target share that the method asks for, in per cent
   * @param distance in points, with sign
   */
  public record Line(
      String key, String count, String share, double width, int target, String distance) {}

  static ActionMix of(ActionsRow row, Figures figures) {
    long total = row.service() + row.management() + row.enforcement();
    return new ActionMix(
        figures.count(total),
        List.of(
            line("service", row.service(), total, 70, figures),
            line("management", row.management(), total, 20, figures),
            line("enforcement", row.enforcement(), total, 10, figures)));
  }

  private static Line line(String key, long count, long total, int target, Figures figures) {
    Double share = total == 0 ? null : Double.valueOf((double) count / total);
    return new Line(
        key,
        figures.count(count),
        figures.percent(share),
        share == null ? 0 : 100 * share,
        target,
        share == null
            ? Figures.NONE
            : figures.messages().text("special.points", figures.signed(100 * share - target, 1)));
  }
}

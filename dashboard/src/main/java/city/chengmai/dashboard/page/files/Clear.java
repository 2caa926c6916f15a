package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.DealingQueries.ClearRow;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the three clears (三清) of an enterprise: situation (情况清), appeals (诉求清), conflicts (矛盾清).
 *
 * @param key situation, appeals or conflicts
 * @param level normal: clear; warning: in hand; alarm: not clear
 * @param reasons what is missing, in words
 */
public record Clear(String key, Level level, List<String> reasons) {

  /** The three of one enterprise. */
  static List<Clear> of(Standard standard, ClearRow row, Figures figures) {
    return List.of(
        situation(standard, row, figures), appeals(row, figures), conflicts(row, figures));
  }

  private static Clear situation(Standard standard, ClearRow row, Figures figures) {
    Messages messages = figures.messages();
    List<String> reasons = new ArrayList<>();
    if (!standard.missing().isEmpty()) {
      String between = messages.text("file.list-between");
      reasons.add(messages.text("clear.missing", String.join(between, standard.missing())));
    }
    if (standard.fresh() == Level.ALARM || standard.fresh() == Level.NONE) {
      reasons.add(messages.text("clear.stale", standard.age(), standard.period()));
    }
    add(reasons, figures, "clear.discrepancies", row.discrepanciesOpen());
    return new Clear("situation", reasons.isEmpty() ? Level.NORMAL : Level.ALARM, reasons);
  }

  private static Clear appeals(ClearRow row, Figures figures) {
    List<String> reasons = new ArrayList<>();
    add(reasons, figures, "clear.appeals-late", row.appealsLate());
    add(reasons, figures, "clear.appeals-unsolved", row.appealsUnsolved());
    boolean bad = !reasons.isEmpty();
    add(reasons, figures, "clear.appeals-open", row.appealsOpen() - row.appealsLate());
    return new Clear("appeals", level(bad, reasons), reasons);
  }

  private static Clear conflicts(ClearRow row, Figures figures) {
    List<String> reasons = new ArrayList<>();
    add(reasons, figures, "clear.notices-late", row.noticesLate());
    add(reasons, figures, "clear.dissatisfied", row.dissatisfied());
    boolean bad = !reasons.isEmpty();
    add(reasons, figures, "clear.notices-open", row.noticesOpen() - row.noticesLate());
    return new Clear("conflicts", level(bad, reasons), reasons);
  }

  private static Level level(boolean bad, List<String> reasons) {
    if (bad) {
      return Level.ALARM;
    }
    return reasons.isEmpty() ? Level.NORMAL : Level.WARNING;
  }

  private static void add(List<String> reasons, Figures figures, String key, long count) {
    if (count > 0) {
      reasons.add(figures.messages().text(key, figures.count(count)));
    }
  }
}

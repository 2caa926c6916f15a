package city.chengmai.dashboard.board;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a panel shows, and which options it takes. */
public enum PanelKind {
  /** How far the data reaches; every board has it in its head. */
  HEADER(),
  /** Open alerts on leaves, in the foot of a board. */
  TICKER(),
  /** Key figures side by side (关键指标). */
  FIGURES(
      new PanelOption(
          "figures",
          PanelOption.Type.FIGURES,
          1,
          8,
          List.of("reported", "open", "alerts"),
          List.of("reported", "open", "M04", "alerts", "S04", "O03")),
      new PanelOption(
          "wide",
          PanelOption.Type.FIGURES,
          0,
          4,
          List.of("reported", "open", "alerts"),
          List.of())),
  /** The map of grids by grade, by an indicator or by open alerts (网格图). */
  MAP(
      PanelOption.choice("colour", "grade", "indicator", "alerts"),
      PanelOption.of("indicator", PanelOption.Type.INDICATOR)),
  /** Cases reported and closed by day, or the course of an indicator (趋势). */
  TREND(
      PanelOption.whole("days", 7, 366, 30),
      PanelOption.of("indicator", PanelOption.Type.INDICATOR),
      PanelOption.of("area", PanelOption.Type.AREA)),
  /** What people reported most (高发类别). */
  CATEGORIES(
      PanelOption.whole("days", 1, 366, 30),
      PanelOption.whole("shown", 3, 12, 6),
      PanelOption.of("area", PanelOption.Type.AREA)),
  /** Reports by hour and weekday (上报时段). */
  RHYTHM(PanelOption.whole("weeks", 1, 26, 4), PanelOption.of("area", PanelOption.Type.AREA)),
  /** Grades and mean scores (等级分布). */
  GRADES(),
  /** The first and the last of each grid type (同类排名). */
  RANKING(PanelOption.whole("shown", 1, 10, 3)),
  /** The cases that are overdue longest (超期). */
  OVERDUE(PanelOption.whole("shown", 1, 12, 3)),
  /** The cases that are due next, counting down (倒计时). */
  CLOCKS(PanelOption.whole("shown", 1, 12, 6)),
  /** Open alerts in a list, newest first (预警). */
  ALERTS(
      PanelOption.whole("shown", 1, 20, 8),
      PanelOption.choice("severity", "all", "alarm", "warning", "notice")),
  /** The special period beside another time (特殊时段). */
  SPECIAL(),
  /** The chart of a kept statement (常用查询图). */
  STATEMENT(
      PanelOption.needed("query", PanelOption.Type.QUERY),
      PanelOption.whole("edition", 1, 1_000_000, null),
      PanelOption.whole("minutes", 1, 1_440, 15));

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<PanelOption> options;

  PanelKind(PanelOption... options) {
    this.options = List.of(options);
  }

  /** The word in a board's text, in addresses and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<PanelOption> options() {
    return options;
  }

  /** The options as a person writes them: key, and what it may be. */
  public List<String> described() {
    return options.stream().map(PanelOption::described).toList();
  }

  /** Whether a board may name it: head and foot are always there or a key of the board. */
  public boolean placeable() {
    return this != HEADER && this != TICKER;
  }

  static Optional<PanelKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.placeable() && k.word().equals(word)).findFirst();
  }

  /** The words that a board's text may have, in order. */
  static List<String> words() {
    return Arrays.stream(values()).filter(PanelKind::placeable).map(PanelKind::word).toList();
  }
}

package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.StackedBarChart;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.ExploreQueries.GroupRow;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cases by one of their properties. A share stands beside both its counts. */
final class CaseCube {

  /**
   * Cases that share a value.
   *
   * @param inTime share of the closed ones with a due time, or a word when there are none
   * @param inTimeOf both counts of that share
   * @param address of the same cases by another property; empty for all together
   */
  public record Line(
      String key,
      String name,
      String cases,
      String share,
      String open,
      String overdue,
      String closed,
      String inTime,
      String inTimeOf,
      String reopened,
      String median,
      String address) {}

  /**
   * A chosen property.
   *
   * @param raw value as in addresses
   * @param value in words
   * @param address of the same without it
   */
  public record Filter(String key, String property, String raw, String value, String address) {}

  /** A property to split by. */
  public record Split(String key, String name, String address, boolean chosen) {}

  private static final int WIDE = 1_180;
  private static final int HEIGHT = 260;
  private static final int BAR = 26;
  private static final int HEAD = 30;
  private static final int FEWEST = 2;
  private static final int MOST_BARS = 20;
  private static final int MOST_TIMES = 62;

  private final CaseWish wish;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  CaseCube(CaseWish wish, CityModel city, Figures figures) {
    this.wish = wish;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /**
   * Rows in the order of the property, or most cases first; what never happened is a row of none.
   */
  List<GroupRow> complete(List<GroupRow> rows) {
    List<String> order = wish.split().ordered(wish.from(), wish.to());
    if (order.isEmpty()) {
      return rows;
    }
    Map<String, GroupRow> byKey =
        rows.stream().collect(Collectors.toMap(GroupRow::key, Function.identity()));
    return order.stream()
        .map(
            key ->
                byKey.getOrDefault(key, new GroupRow(key, 0, 0, 0, 0, 0, 0, 0, null, order.size())))
        .toList();
  }

  /** Lines of rows; {@code all} counts every case that is chosen. */
  List<Line> lines(List<GroupRow> rows, long all) {
    return rows.stream()
        .map(
            row ->
                line(
                    row,
                    wish.split().word(row.key(), city, messages),
                    all,
                    row.cases() == 0 ? "" : wish.with(wish.split(), row.key())))
        .toList();
  }

  /** All that are chosen, together. */
  Line sum(Optional<GroupRow> row) {
    GroupRow all = row.orElse(new GroupRow("", 0, 0, 0, 0, 0, 0, 0, null, 0));
    return line(all, messages.text("explore.all"), all.cases(), "");
  }

  private Line line(GroupRow row, String name, long all, String address) {
    return new Line(
        row.key(),
        name,
        figures.count(row.cases()),
        all == 0 ? Figures.NONE : figures.percent((double) row.cases() / all),
        figures.count(row.openCases()),
        figures.count(row.overdue()),
        figures.count(row.closed()),
        row.judged() == 0
            ? messages.text("state.no-data")
            : figures.percent((double) row.inTime() / row.judged()),
        figures.count(row.inTime()) + " / " + figures.count(row.judged()),
        figures.count(row.reopened()),
        row.medianHours() == null
            ? Figures.NONE
            : figures.duration(Duration.ofMinutes(Math.round(60 * row.medianHours()))),
        address);
  }

  List<Filter> filters() {
    return wish.filters().entrySet().stream()
        .map(
            one ->
                new Filter(
                    one.getKey().wireName(),
                    messages.text("explore.property." + one.getKey().wireName()),
                    one.getValue(),
                    one.getKey().word(one.getValue(), city, messages),
                    wish.without(one.getKey())))
        .toList();
  }

  /** Properties that are not chosen yet. */
  List<Split> splits() {
    return Arrays.stream(CaseProperty.values())
        .filter(one -> !wish.filters().containsKey(one))
        .map(
            one ->
                new Split(
                    one.wireName(),
                    messages.text("explore.property." + one.wireName()),
                    wish.splitBy(one),
                    one == wish.split()))
        .toList();
  }

  /** Columns over time, bars of the largest otherwise. */
  ChartPair chart(List<GroupRow> rows) {
    boolean ordered = !wish.split().ordered(wish.from(), wish.to()).isEmpty();
    if (rows.size() < FEWEST || (ordered && rows.size() > MOST_TIMES)) {
      return ChartPair.NOTHING;
    }
    return ordered ? columns(rows) : bars(rows);
  }

  private ChartPair columns(List<GroupRow> rows) {
    StackedBarChart chart =
        new StackedBarChart(
            caption(),
            ValueFormat.count(""),
            rows.stream().map(row -> wish.split().word(row.key(), city, messages)).toList(),
            List.of(
                new Named(
                    messages.text("explore.cases"),
                    rows.stream().map(row -> (double) row.cases()).toList())));
    return ChartPair.of(chart, WIDE, HEIGHT, HEIGHT);
  }

  private ChartPair bars(List<GroupRow> rows) {
    List<RankedBarChart.Bar> bars =
        rows.stream()
            .limit(MOST_BARS)
            .map(
                row ->
                    new RankedBarChart.Bar(
                        wish.split().word(row.key(), city, messages), (double) row.cases(), false))
            .toList();
    int height = HEAD + bars.size() * BAR;
    return ChartPair.of(
        new RankedBarChart(caption(), ValueFormat.count(""), bars, Optional.empty()),
        WIDE,
        height,
        height);
  }

  private Caption caption() {
    return Caption.of(
        messages.text(
            "explore.cases-by", messages.text("explore.property." + wish.split().wireName())));
  }
}

package city.chengmai.dashboard.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One chart of each kind with invented figures, the same on every run. */
final class SampleCharts {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant MIDNIGHT = Instant.parse("2026-03-08T16:00:00Z");

  private SampleCharts() {}

  static Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("line-day", lineOfDay());
    charts.put("line-target", lineWithTargetAndBand());
    charts.put("area", area());
    charts.put("stacked", stacked());
    charts.put("ranked", ranked());
    charts.put("heat", heat());
    charts.put("radar", radar());
    charts.put("gauge", gauge(87.4, Shade.GRADE_B, "良好"));
    charts.put("gauge-none", gauge(Double.NaN, Shade.NONE, "数据不足"));
    charts.put("box", box());
    charts.put("sparkline", sparkline());
    charts.put("interval", interval());
    charts.put("funnel", funnel());
    return charts;
  }

  static LineChart lineOfDay() {
    return LineChart.of(
            new Caption("今日趋势", "上报、受理和结案数，每 15 分钟。"),
            ValueFormat.count("件"),
            SHANGHAI,
            List.of(
                series("上报", 88, Duration.ofMinutes(15), i -> wave(i, 1, 26)),
                series("受理", 88, Duration.ofMinutes(15), i -> wave(i, 2, 22)),
                series(
                    "结案",
                    88,
                    Duration.ofMinutes(15),
                    i -> i > 30 && i < 36 ? Double.NaN : wave(i, 3, 17))))
        .withPrevious(series("昨日上报", 96, Duration.ofMinutes(15), i -> wave(i, 4, 25)));
  }

  static LineChart lineWithTargetAndBand() {
    List<TimedRange> ranges =
        IntStream.range(0, 13)
            .mapToObj(
                i -> new TimedRange(day(i), 0.80 + 0.02 * Math.sin(i), 0.91 + 0.02 * Math.cos(i)))
            .toList();
    return LineChart.of(
            Caption.of("按时结案率"),
            ValueFormat.percent(0),
            SHANGHAI,
            List.of(series("本网格", 13, Duration.ofDays(7), i -> 0.86 + 0.09 * Math.sin(i / 2.0))))
        .withBand(new Band("同类网格中间一半", ranges))
        .withTarget(new Target("目标 90%", 0.9));
  }

  static AreaChart area() {
    return new AreaChart(
        Caption.of("在办案件"),
        ValueFormat.count("件"),
        SHANGHAI,
        List.of(
            series("市容环境", 30, Duration.ofDays(1), i -> 900 + 20 * wave(i, 5, 10)),
            series("街面秩序", 30, Duration.ofDays(1), i -> 500 + 20 * wave(i, 6, 10)),
            series("宣传广告", 30, Duration.ofDays(1), i -> 200 + 10 * wave(i, 7, 10))));
  }

  static StackedBarChart stacked() {
    return new StackedBarChart(
        Caption.of("各街镇案件来源"),
        ValueFormat.count("件"),
        List.of("和平街道", "海棠街道", "新华街道", "滨河街道", "东风镇", "柳泉镇", "经济技术开发区", "云岭乡"),
        List.of(
            Named.of("巡查发现", 320, 280, 410, 150, 220, 180, 390, 90),
            Named.of("热线", 210, 330, 180, 240, 120, 90, 260, 40),
            Named.of("公众上报", 90, 120, 60, 80, 50, 30, 110, 20),
            Named.of("传感器", 40, 60, 30, 20, Double.NaN, 10, 80, 5)));
  }

  static RankedBarChart ranked() {
    List<RankedBarChart.Bar> bars = new ArrayList<>();
    String[] names = {
      "海棠第三网格", "和平第一网格", "新华第七网格", "滨河第二网格", "东风第五网格", "柳泉第四网格", "经开区综合网格", "云岭第一网格"
    };
    for (int i = 0; i < names.length; i++) {
      bars.add(new RankedBarChart.Bar(names[i], 0.982 - 0.031 * i, i == 3));
    }
    return new RankedBarChart(
        Caption.of("按时结案率排名"),
        ValueFormat.percent(1),
        bars,
        Optional.of(new Target("目标 90%", 0.9)));
  }

  static HeatMapChart heat() {
    Random random = new Random(9);
    List<Named> rows = new ArrayList<>();
    for (String day : List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日")) {
      double[] hours = new double[24];
      for (int hour = 0; hour < 24; hour++) {
        hours[hour] = Math.round(wave(hour * 4, 8, 40) * (0.6 + 0.4 * random.nextDouble()));
      }
      if (day.equals("周三")) {
        hours[3] = Double.NaN;
        hours[4] = Double.NaN;
      }
      rows.add(Named.of(day, hours));
    }
    List<String> columns = IntStream.range(0, 24).mapToObj(Integer::toString).toList();
    return new HeatMapChart(Caption.of("时段分布"), ValueFormat.count("件"), columns, rows);
  }

  static RadarChart radar() {
    return new RadarChart(
        Caption.of("六项指标"),
        List.of("按时结案率", "主动发现率", "热线满意度", "巡查覆盖率", "设施完好率", "重复投诉控制"),
        100,
        Named.of("本网格", 92, 71, 84, 96, 65, 58),
        Optional.of(Named.of("同类平均", 85, 78, 80, 88, 79, 74)));
  }

  static GaugeChart gauge(double value, Shade shade, String word) {
    return new GaugeChart(Caption.of("治理指数"), ValueFormat.decimal(1, ""), value, 100, shade, word);
  }

  static BoxChart box() {
    return new BoxChart(
        Caption.of("处置时长"),
        ValueFormat.decimal(0, "小时"),
        List.of(
            new BoxChart.Box("暴露垃圾", 1, 3, 5, 9, 16, List.of(24.0, 27.0)),
            new BoxChart.Box("占道经营", 0.5, 1.5, 2.5, 4, 7, List.of(12.0)),
            new BoxChart.Box("井盖破损", 4, 9, 14, 22, 38, List.of()),
            new BoxChart.Box("违法张贴", 1, 2, 4, 8, 13, List.of(31.0)),
            new BoxChart.Box("路面积水", 2, 5, 8, 13, 24, List.of()),
            new BoxChart.Box("绿化缺损", 8, 14, 20, 28, 44, List.of(52.0))));
  }

  static Sparkline sparkline() {
    List<Double> values =
        IntStream.range(0, 30).mapToDouble(i -> wave(i * 3, 11, 20)).boxed().toList();
    return new Sparkline(Caption.of("近 30 天"), values, Optional.of(14.0));
  }

  static IntervalChart interval() {
    return new IntervalChart(
        new Caption("按时结案率", "原值 70%，收缩后 78%"),
        new IntervalChart.Scale(0, 100),
        70,
        78,
        61,
        90,
        86);
  }

  static FunnelChart funnel() {
    Random random = new Random(12);
    List<FunnelChart.Point> points =
        IntStream.range(0, 17)
            .mapToObj(
                i ->
                    new FunnelChart.Point(
                        "网格" + i, 12 + 14 * i, 0.86 + 0.05 * random.nextGaussian(), i == 4))
            .toList();
    List<FunnelChart.Limit> limits =
        IntStream.rangeClosed(1, 24)
            .mapToObj(
                i -> {
                  double deviation = 0.35 / Math.sqrt(10.0 * i);
                  return new FunnelChart.Limit(
                      10 * i,
                      0.86 - 3 * deviation,
                      0.86 - 2 * deviation,
                      Math.min(1, 0.86 + 2 * deviation),
                      Math.min(1, 0.86 + 3 * deviation));
                })
            .toList();
    return new FunnelChart(
        Caption.of("按时结案率与样本"),
        ValueFormat.percent(0),
        "样本（应结案件）",
        points,
        limits,
        Optional.of(new Target("同类合计 86%", 0.86)),
        new FunnelChart.LimitNames("95% 控制限", "99.8% 控制限"));
  }

  private static Series series(String name, int count, Duration step, IntToDoubleFunction value) {
    return new Series(
        name,
        IntStream.range(0, count)
            .mapToObj(
                i -> new TimedValue(MIDNIGHT.plus(step.multipliedBy(i)), value.applyAsDouble(i)))
            .toList());
  }

  private static Instant day(int week) {
    return MIDNIGHT.plus(Duration.ofDays(7L * week));
  }

  private static double wave(int i, long seed, double height) {
    double noise = new Random((seed * 1000 + i) * 0x9E3779B97F4A7C15L).nextDouble() * 0.35;
    double day = Math.max(0, Math.sin((i - 20) / 96.0 * 2 * Math.PI));
    return height * (0.15 + 0.6 * day + noise);
  }
}

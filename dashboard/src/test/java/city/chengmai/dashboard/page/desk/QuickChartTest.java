package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickChartTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

  @Test
  void timeAndNumbersMakeLinesOfTheCitysDays() throws Exception {
    ResultTable table = table("[\"2026-11-02\", 3]", "Date", "UInt64", "[\"2026-11-01\", \"5\"]");
    assertThat(DeskChart.of(table, SHANGHAI, ENGLISH))
        .get()
        .isInstanceOfSatisfying(
            LineChart.class,
            chart ->
                assertThat(chart.series().get(0).values().get(0).at())
                    .isEqualTo(Instant.parse("2026-10-31T16:00:00Z")));
  }

  @Test
  void namesBesideADayThatComesAgainMakeALineEach() throws Exception {
    LineChart chart = (LineChart) DeskChart.of(daysOf("a", "b"), SHANGHAI, ENGLISH).orElseThrow();
    assertThat(chart.series()).extracting(Series::name).containsExactly("b · x", "a · x");
    assertThat(chart.series().get(0).values())
        .extracting(TimedValue::value)
        .containsExactly(11.0, 12.0);
    assertThat(chart.caption().title()).isEqualTo("Chart of the result · value");
  }

  @Test
  void ofManyNamesTheLargestAreDrawnAndTheChartSaysSo() throws Exception {
    ResultTable table = daysOf("a", "b", "c", "d", "e", "f", "g", "h");
    LineChart chart = (LineChart) DeskChart.of(table, SHANGHAI, ENGLISH).orElseThrow();
    assertThat(chart.series()).hasSize(6).first().extracting(Series::name).isEqualTo("h · x");
    assertThat(chart.caption().title()).endsWith("the 6 largest of 8 series");
  }

  @Test
  void aNameBesideDaysThatAreAllDifferentMakesOneLine() throws Exception {
    ObjectMapper json = new ObjectMapper();
    ResultTable table =
        new ResultTable(
            List.of(
                new ResultColumn("day", "Date"),
                new ResultColumn("weekday", "String"),
                new ResultColumn("value", "UInt64")),
            List.of(
                json.readTree("[\"2026-11-01\", \"Sun\", 1]"),
                json.readTree("[\"2026-11-02\", \"Mon\", 2]")),
            false,
            0);
    LineChart chart = (LineChart) DeskChart.of(table, SHANGHAI, ENGLISH).orElseThrow();
    assertThat(chart.series()).extracting(Series::name).containsExactly("value");
  }

  @Test
  void aNameAndANumberMakeBars() throws Exception {
    ResultTable table =
        table("[\"a\", 3]", "LowCardinality(String)", "Nullable(Float64)", "[\"b\", null]");
    assertThat(DeskChart.of(table, SHANGHAI, ENGLISH)).get().isInstanceOf(RankedBarChart.class);
  }

  @Test
  void aTimeWithAZoneIsReadInThatZone() throws Exception {
    ResultTable table =
        table(
            "[\"2026-11-01 08:00:00.000\", 1]",
            "DateTime64(3, 'UTC')",
            "UInt8",
            "[\"2026-11-01 09:00:00.000\", 1]");
    assertThat(
            ((LineChart) DeskChart.of(table, SHANGHAI, ENGLISH).orElseThrow())
                .series()
                .get(0)
                .values())
        .extracting(value -> value.at().toString())
        .containsExactly("2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z");
  }

  @Test
  void otherShapesStayTables() throws Exception {
    assertThat(QuickChart.of(table("[\"a\", \"b\"]", "String", "String", "[\"c\", \"d\"]")))
        .isEmpty();
    assertThat(QuickChart.of(table("[1, 2]", "UInt8", "UInt8", "[3, 4]"))).isEmpty();
    assertThat(QuickChart.of(new ResultTable(List.of(), List.of(), false, 0))).isEmpty();
  }

  /** Two days of each name; the values grow with the names. */
  private static ResultTable daysOf(String... names) {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (int day = 1; day <= 2; day++) {
      for (int i = 0; i < names.length; i++) {
        rows.add(
            json.createArrayNode()
                .add("2026-11-0" + day)
                .add(names[i])
                .add("x")
                .add(String.valueOf(10 * i + day)));
      }
    }
    return new ResultTable(
        List.of(
            new ResultColumn("day", "Date"),
            new ResultColumn("category", "LowCardinality(String)"),
            new ResultColumn("kind", "String"),
            new ResultColumn("value", "UInt64")),
        rows,
        false,
        0);
  }

  private static ResultTable table(String first, String label, String value, String second)
      throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> rows = List.of(json.readTree(first), json.readTree(second));
    return new ResultTable(
        List.of(new ResultColumn("label", label), new ResultColumn("value", value)),
        rows,
        false,
        0);
  }
}

package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickChartTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void timeAndNumbersMakeLinesOfTheCitysDays() throws Exception {
    ResultTable table = table("[\"2026-11-02\", 3]", "Date", "UInt64", "[\"2026-11-01\", \"5\"]");
    assertThat(DeskChart.of(table, "t", SHANGHAI))
        .get()
        .isInstanceOfSatisfying(
            LineChart.class,
            chart ->
                assertThat(chart.series().get(0).values().get(0).at())
                    .isEqualTo(Instant.parse("2026-10-31T16:00:00Z")));
  }

  @Test
  void aNameAndANumberMakeBars() throws Exception {
    ResultTable table =
        table("[\"a\", 3]", "LowCardinality(String)", "Nullable(Float64)", "[\"b\", null]");
    assertThat(DeskChart.of(table, "t", SHANGHAI)).get().isInstanceOf(RankedBarChart.class);
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
            ((LineChart) DeskChart.of(table, "t", SHANGHAI).orElseThrow()).series().get(0).values())
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

package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.DailySeries;
import city.chengmai.datasets.campaign.Intervention;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Daily counts of what an intervention is judged by; days without any are zeros. */
final class InterventionCounts {

  private static final String OVERLAID =
      "(has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))";
  private static final String COUNT =
      "SELECT toString(toDate(toTimeZone(%1$s, {zone:String}))) AS day, count() AS many"
          + " FROM %2$s FINAL WHERE %1$s >= {from:DateTime64(3, 'UTC')}"
          + " AND %1$s < {until:DateTime64(3, 'UTC')}"
          + " AND ({everywhere:UInt8} = 1 OR %3$s)"
          + " AND (empty({categories:Array(String)}) OR arrayExists("
          + "one -> category = one OR startsWith(category, concat(one, '/')),"
          + " {categories:Array(String)})) GROUP BY day";
  private static final Map<String, String> SQL =
      Map.of(
          "cases", COUNT.formatted("reported_at", "cases", OVERLAID),
          "orders",
              COUNT.formatted("received_at", "hotline_orders", "has({grids:Array(String)}, grid)"),
          "site-complaints", COUNT.formatted("received_at", "site_complaints", OVERLAID));

  private final ClickHouseClient client;
  private final CityFrame city;

  InterventionCounts(ClickHouseClient client, CityFrame city) {
    this.client = client;
    this.city = city;
  }

  DailySeries read(Intervention plan, LocalDate from, LocalDate until) {
    ClickHouseQuery query =
        ClickHouseQuery.of(SQL.get(plan.source()))
            .with("zone", city.zone().getId())
            .with("from", city.startOf(from))
            .with("until", city.startOf(until))
            .with("everywhere", plan.areas().isEmpty() ? 1 : 0)
            .with("grids", grids(plan.areas()))
            .with("categories", plan.categories());
    double[] counts = new double[(int) ChronoUnit.DAYS.between(from, until)];
    for (ObjectNode row : client.rows(query)) {
      LocalDate day = LocalDate.parse(row.get("day").asText());
      counts[(int) ChronoUnit.DAYS.between(from, day)] = row.get("many").asDouble();
    }
    return new DailySeries(from, counts);
  }

  /** The grids that these areas consist of. */
  private List<String> grids(List<String> areas) {
    return city.areas().areas().stream()
        .filter(AreaNode::grid)
        .map(AreaNode::id)
        .filter(grid -> city.areas().countedIn(grid).stream().anyMatch(areas::contains))
        .toList();
  }
}

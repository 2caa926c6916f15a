package city.chengmai.analytics.job;

import city.chengmai.analytics.model.foresight.StackedComparison;
import city.chengmai.analytics.model.foresight.StackedComparison.Estimate;
import city.chengmai.analytics.model.foresight.StackedComparison.Find;
import city.chengmai.analytics.model.foresight.StackedComparison.Orders;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.foresight.ForesightMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What finds changed, for the city, each type of grid and each category, as rows. */
final class ForesightEffects {

  private static final String TABLE = "foresight_effects";

  private final RunContext run;
  private final ForesightMethod method;
  private final Map<String, List<List<String>>> groups = new HashMap<>();

  ForesightEffects(RunContext run, ForesightMethod method, int smallestGroup) {
    this.run = run;
    this.method = method;
    PeerGroups peers = new PeerGroups(run.city().areas(), smallestGroup);
    Map<String, List<String>> members = new HashMap<>();
    for (AreaNode grid : run.city().areas().baseGrids()) {
      // A grid of a small form is a peer of its whole type, so each type knows all its grids.
      peers
          .of(grid)
          .forEach(group -> members.computeIfAbsent(group, g -> new ArrayList<>()).add(grid.id()));
    }
    for (AreaNode grid : run.city().areas().baseGrids()) {
      groups.put(grid.id(), peers.of(grid).stream().map(members::get).toList());
    }
  }

  long write(
      ClickHouseClient client, List<Find> finds, List<ObjectNode> orders, LocalDate firstDay) {
    int endDay = ForesightJob.day(run, run.city().knownUntil());
    StackedComparison comparison =
        new StackedComparison(
            method.comparison(),
            grid -> groups.getOrDefault(grid, List.of()),
            (int) firstDay.toEpochDay(),
            endDay);
    comparison.finds(finds);
    comparison.orders(orders.stream().map(ForesightEffects::orders).toList());
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row("all", "", comparison, find -> true, firstDay));
    for (String type : new TreeSet<>(finds.stream().map(find -> type(find.grid())).toList())) {
      rows.add(row("type", type, comparison, find -> type(find.grid()).equals(type), firstDay));
    }
    for (String category : new TreeSet<>(finds.stream().map(Find::category).toList())) {
      rows.add(row("category", category, comparison, f -> f.category().equals(category), firstDay));
    }
    return new StandingRows(client, TABLE, "scope", "scope_id").write(run, rows);
  }

  private String type(String grid) {
    return run.city().areas().find(grid).map(AreaNode::gridType).orElse("");
  }

  private static Orders orders(ObjectNode row) {
    return new Orders(
        row.get("grid").asText(),
        row.get("category").asText(),
        (int) LocalDate.parse(row.get("day").asText()).toEpochDay(),
        row.get("many").asInt());
  }

  private Map<String, Object> row(
      String scope,
      String id,
      StackedComparison comparison,
      Predicate<Find> holds,
      LocalDate firstDay) {
    Estimate estimate = comparison.estimate(holds);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("scope", scope);
    row.put("scope_id", id);
    row.put("starts", estimate.starts());
    row.put("uncompared", estimate.uncompared());
    row.put("grids", estimate.grids());
    row.put("days", method.comparison().days());
    row.put("before_total", estimate.before());
    row.put("after_total", estimate.after());
    row.put("compared_before", StandingRows.rounded(estimate.comparedBefore()));
    row.put("compared_after", StandingRows.rounded(estimate.comparedAfter()));
    row.put("effect", orNull(estimate.effect()));
    row.put("effect_lower", orNull(estimate.lower()));
    row.put("effect_upper", orNull(estimate.upper()));
    row.put("state", estimate.state());
    row.put("from_day", firstDay.toString());
    row.put("to_day", run.city().knownUntil().atZone(run.city().zone()).toLocalDate().toString());
    row.put("method_version", method.version());
    return row;
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(StandingRows.rounded(value.getAsDouble())) : null;
  }
}

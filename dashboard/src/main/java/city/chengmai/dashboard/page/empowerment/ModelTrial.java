package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.empowerment.ModelDefinition;
import city.chengmai.datasets.empowerment.ModelFinding;
import city.chengmai.datasets.empowerment.ModelSql;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Dry runs of models (试运行): the statement is looked at and asked as the analyst, and nothing is
 * kept. Blocking; owns nothing.
 */
public final class ModelTrial {

  /**
   * What a model would find now.
   *
   * @param inputs tables that its statement names
   */
  public record Result(List<ModelFinding> hits, List<String> inputs, long milliseconds) {}

  private final ClickHouseClient analyst;

  /** Dry runs as this user. */
  public ModelTrial(ClickHouseClient analyst) {
    this.analyst = analyst;
  }

  /**
   * Asks what stands at a moment.
   *
   * @throws city.chengmai.datasets.empowerment.ModelFault when its author has to change something
   * @throws city.chengmai.datasets.clickhouse.StoreException when the server refuses it
   */
  Result run(ModelDefinition definition, CityModel city, Instant until) {
    ModelSql sql = new ModelSql(definition);
    long begun = System.nanoTime();
    List<String> inputs = sql.check(analyst);
    ModelSql.City known =
        new ModelSql.City(
            city.facts().zone(),
            city.areas().stream().map(AreaRow::areaId).collect(Collectors.toSet()),
            city.root().map(AreaRow::areaId).orElse(""));
    List<ModelFinding> hits = sql.ask(analyst, known, until);
    return new Result(hits, inputs, (System.nanoTime() - begun) / 1_000_000);
  }
}

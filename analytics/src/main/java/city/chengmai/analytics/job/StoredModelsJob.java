package city.chengmai.analytics.job;

import city.chengmai.analytics.job.empowerment.Question;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.empowerment.ModelFault;
import city.chengmai.datasets.empowerment.ModelFinding;
import city.chengmai.datasets.empowerment.ModelSql;
import city.chengmai.datasets.empowerment.StoredModel;
import city.chengmai.datasets.empowerment.StoredModel.State;
import city.chengmai.datasets.empowerment.StoredModel.Version;
import city.chengmai.datasets.empowerment.StoredModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The models that analysts wrote (赋能模型), asked like those that are shipped, but as the analyst, who
 * may read and nothing else. A fault of one is its own: the others are asked all the same.
 */
final class StoredModelsJob implements Job {

  private final EmpowermentModels shipped;
  private final Store analyst;

  /**
   * A job.
   *
   * @param shipped models whose ids are taken
   * @param analyst the same tables, asked as the analyst
   */
  StoredModelsJob(EmpowermentModels shipped, Store analyst) {
    this.shipped = shipped;
    this.analyst = analyst;
  }

  @Override
  public String name() {
    return "models-of-analysts";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    List<StoredModel> models;
    try (ClickHouseClient client = run.store().client()) {
      models = StoredModels.read(client);
    }
    long rows = 0;
    List<String> faults = new ArrayList<>();
    try (ClickHouseClient reading = analyst.client()) {
      for (StoredModel model : models) {
        try {
          rows += run(model, reading, run);
        } catch (RuntimeException fault) {
          // Not its cause: an analyst without a free seat is no reason to end the whole run.
          faults.add(model.id() + ": " + fault.getMessage());
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
    return rows;
  }

  private long run(StoredModel model, ClickHouseClient reading, RunContext run) {
    if (model.asked().isEmpty()) {
      return 0;
    }
    if (shipped.find(model.id()).isPresent()) {
      throw new ModelFault("shipped", model.id());
    }
    Version version = model.asked().get();
    // What a retired model found is over after its quiet days, as when it is not found again.
    int days = version.state() == State.ACTIVE ? EmpowermentJob.LATEST_DAYS : 0;
    return new EmpowermentJob(
            version.definition().model(model.id(), version.number(), version.proposal().inputs()),
            days,
            (client, city) -> question(new ModelSql(version.definition()), reading, city))
        .run(run);
  }

  /** The text is looked at again: what it may reach may have changed since it was reviewed. */
  private static Question question(ModelSql sql, ClickHouseClient reading, CityFrame city) {
    ModelSql.City known =
        new ModelSql.City(
            city.zone(),
            city.areas().areas().stream().map(AreaNode::id).collect(Collectors.toSet()),
            city.areas().root().id());
    return new Question() {
      private boolean checked;

      @Override
      public String text() {
        return sql.definition().statement();
      }

      @Override
      public List<ModelFinding> ask(Instant until) {
        if (!checked) {
          sql.check(reading);
          checked = true;
        }
        return sql.ask(reading, known, until);
      }
    };
  }
}

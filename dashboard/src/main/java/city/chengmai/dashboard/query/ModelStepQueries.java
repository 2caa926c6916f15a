package city.chengmai.dashboard.query;

import city.chengmai.datasets.empowerment.ModelStep;
import city.chengmai.datasets.empowerment.StoredModel;
import java.util.List;
import java.util.Map;

/** The models that analysts wrote. */
public class ModelStepQueries {

  private final Store store;

  /** Questions to this store. */
  public ModelStepQueries(Store store) {
    this.store = store;
  }

  /** All models, by id. */
  public List<StoredModel> models() {
    return StoredModel.of(steps(""));
  }

  /** Steps on one model, also those that do not hold, in order. */
  public List<ModelStep> steps(String model) {
    return store.rows("model-steps", ModelStep.class, Map.of("model", model));
  }
}

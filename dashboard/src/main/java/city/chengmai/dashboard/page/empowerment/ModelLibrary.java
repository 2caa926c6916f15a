package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.ModelStepQueries;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.empowerment.StoredModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The models that are shipped, and after them those that analysts wrote. Reading blocks. */
public final class ModelLibrary {

  private static final EmpowermentModels SHIPPED = EmpowermentModels.bundled();

  private final ModelStepQueries queries;

  /** A library over these queries. */
  public ModelLibrary(ModelStepQueries queries) {
    this.queries = queries;
  }

  /** Whether a model of this id is shipped. */
  static boolean isShipped(String id) {
    return SHIPPED.find(id).isPresent();
  }

  /** Ids of those that a model may belong to: declared feeds and owners of what is shipped. */
  static Set<String> departments(CityModel city) {
    Set<String> departments = new LinkedHashSet<>();
    city.feeds().forEach(feed -> departments.add(feed.feedId()));
    SHIPPED.models().forEach(model -> departments.add(model.department()));
    return departments;
  }

  /** The models that analysts wrote, by id. */
  List<StoredModel> written() {
    return queries.models().stream().filter(model -> !isShipped(model.id())).toList();
  }

  /** All models that are asked or were, as of now. */
  public EmpowermentModels models() {
    List<EmpowermentModel> all = new ArrayList<>(SHIPPED.models());
    for (StoredModel model : written()) {
      model
          .asked()
          .ifPresent(
              version ->
                  all.add(
                      version
                          .definition()
                          .model(model.id(), version.number(), version.proposal().inputs())));
    }
    return new EmpowermentModels(all);
  }
}

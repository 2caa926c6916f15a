package city.chengmai.analytics.model.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one search over the data and over draws without a cluster. */
final class Scan {

  private final CaseTable table;
  private final ScanPlan plan;
  private final Windows windows;
  private final CylinderSearch search;
  private final NullModel model;

  /**
   * A scan of a table.
   *
   * @param zones over the places of the table
   * @param expected by place times number of windows plus window
   */
  Scan(
      CaseTable table,
      ScanPlan plan,
      Zones zones,
      Windows windows,
      double[] expected,
      ScanScore score,
      NullModel model) {
    this.table = table;
    this.plan = plan;
    this.windows = windows;
    this.search = new CylinderSearch(zones, windows.size(), expected, score, plan.limits().cases());
    this.model = model;
  }

  ScanResult run() {
    WindowCounts counts = WindowCounts.of(table, windows);
    List<Cylinder> cylinders = cylinders(counts);
    double[] highest =
        plan.replicas() == 0
            ? new double[0]
            : new Replicas(search, model, counts).highest(plan.replicas(), plan.seed());
    Significance significance = new Significance(highest);
    return new ScanResult(
        cylinders.stream().map(cylinder -> cluster(cylinder, significance)).toList(),
        significance,
        search.zones().distinct());
  }

  private List<Cylinder> cylinders(WindowCounts counts) {
    List<Cylinder> found = new ArrayList<>();
    boolean[] taken = new boolean[table.places().size()];
    while (found.size() < plan.clusters()) {
      Optional<Cylinder> best = search.best(counts, taken);
      if (best.isEmpty()) {
        break;
      }
      found.add(best.get());
      for (int zone = search.zones().from(best.get().centre()); zone <= best.get().zone(); zone++) {
        taken[search.zones().place(zone)] = true;
      }
    }
    return found;
  }

  private Cluster cluster(Cylinder cylinder, Significance significance) {
    Place centre = table.places().get(cylinder.centre());
    List<Place> places = new ArrayList<>();
    for (int zone = search.zones().from(cylinder.centre()); zone <= cylinder.zone(); zone++) {
      places.add(table.places().get(search.zones().place(zone)));
    }
    return new Cluster(
        centre,
        places,
        search.zones().radius(cylinder.zone()),
        table.firstDay() + windows.first(cylinder.window()),
        table.firstDay() + windows.last(cylinder.window()),
        cylinder.cases(),
        cylinder.expected(),
        cylinder.score(),
        significance.p(cylinder.score()),
        significance.gumbelP(cylinder.score()));
  }
}

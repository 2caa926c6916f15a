package city.chengmai.datasets.fuzz;

import city.chengmai.datasets.source.AreaFileFuzz;
import city.chengmai.datasets.source.CityFilesFuzz;
import city.chengmai.datasets.source.file.WorkbookFuzz;
import city.chengmai.datasets.source.mapping.MappedRowsFuzz;
import city.chengmai.datasets.source.mapping.TimeFormsFuzz;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/** Readers of foreign input in this module. */
final class FuzzTargets {

  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        new EventCodecFuzz(),
        new AreaFileFuzz(),
        new CityFilesFuzz(),
        new MappedRowsFuzz(),
        new TimeFormsFuzz(),
        new WorkbookFuzz(),
        new PlansFuzz(),
        new RulesFuzz(),
        new BundledRecordsFuzz(),
        new SettingsFuzz());
  }
}

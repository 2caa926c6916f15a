package city.chengmai.datasets.mechanism;

import city.chengmai.datasets.catalogue.LocalName;
import java.util.List;
import java.util.Map;

/** {@code mechanisms.yaml} as it is written; what it leaves out is null. */
record MechanismFile(
    Map<String, LocalName> registers,
    Map<String, LocalName> services,
    Map<String, LocalName> demands,
    List<Entry> mechanisms) {

  /** A mechanism. */
  record Entry(
      String id,
      LocalName name,
      LocalName watches,
      boolean personal,
      boolean weekly,
      String map,
      MenuEntry menu,
      List<MeasureEntry> measures,
      List<SplitEntry> splits) {}

  /** A menu. */
  record MenuEntry(String register, String demand, String service) {}

  /** A measure. */
  record MeasureEntry(
      String id,
      String kind,
      String of,
      LocalName name,
      String attribute,
      String over,
      String register,
      Integer days,
      Long smallest) {}

  /** A split. */
  record SplitEntry(String of, String by, LocalName name, Map<String, LocalName> values) {}
}

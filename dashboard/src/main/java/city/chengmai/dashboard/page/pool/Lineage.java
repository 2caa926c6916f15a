package city.chengmai.dashboard.page.pool;

import city.chengmai.dashboard.query.BehindQueries;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.event.EventFamily;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.PayloadMember;
import city.chengmai.datasets.event.PayloadMember.Holds;
import city.chengmai.datasets.event.PayloadMembers;
import city.chengmai.datasets.schema.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where the events of a family go (血缘): into which tables, and which indicators and computing
 * models read these. Indicators are read from the queries of the rows behind them, models from the
 * inputs that they declare; access is read from what the schemas say that a text may hold.
 */
final class Lineage {

  /** Who may see what an event holds. */
  enum Access {
    /** Names persons: kept as keyed hashes. */
    PERSON,
    /** Words of people, in which persons are masked. */
    WORDS,
    /** Codes, numbers and moments alone. */
    PLAIN
  }

  private static final Map<EventFamily, List<Table>> TABLES = tables();
  private static final List<EmpowermentModel> MODELS = EmpowermentModels.bundled().models();

  private Lineage() {}

  private static Map<EventFamily, List<Table>> tables() {
    Map<EventFamily, List<Table>> tables = new EnumMap<>(EventFamily.class);
    tables.put(EventFamily.CASE, List.of(Table.CASES));
    tables.put(EventFamily.ORDER, List.of(Table.HOTLINE_ORDERS));
    tables.put(EventFamily.COMPLAINT, List.of(Table.SITE_COMPLAINTS));
    tables.put(EventFamily.PATROL, List.of(Table.PATROL_ROUNDS));
    tables.put(EventFamily.ENFORCEMENT, List.of(Table.ENFORCEMENT_ACTIONS));
    tables.put(EventFamily.VISIT, List.of(Table.VISITS, Table.VISIT_ISSUES));
    tables.put(
        EventFamily.ENTERPRISE, List.of(Table.ENTERPRISES, Table.APPEALS, Table.SERVICE_PACKAGES));
    tables.put(EventFamily.BUILDING, List.of(Table.BUILDINGS, Table.OCCUPANCIES));
    tables.put(
        EventFamily.RECORD, List.of(Table.REGISTRY, Table.DISCREPANCIES, Table.CALIBRATIONS));
    tables.put(EventFamily.MODEL, List.of(Table.MODEL_RUNS, Table.MODEL_HITS));
    tables.put(EventFamily.SUGGESTION, List.of(Table.SUGGESTIONS));
    tables.put(EventFamily.DEVICE, List.of(Table.OBSERVATIONS, Table.DEVICE_ALARMS));
    tables.put(EventFamily.COMPONENT, List.of(Table.COMPONENTS));
    tables.put(EventFamily.PROJECT, List.of(Table.PROJECT_MILESTONES, Table.LIFT_RETROFITS));
    tables.put(EventFamily.SERVICE, List.of(Table.SERVICES, Table.DEMANDS));
    tables.put(EventFamily.FEED, List.of(Table.FEED_HEARTBEATS));
    return tables;
  }

  /** Types of a family. */
  static List<EventType> types(EventFamily family) {
    return Arrays.stream(EventType.values()).filter(type -> type.family() == family).toList();
  }

  /** Types that tell where they happened. */
  static boolean tellsPlace(EventType type) {
    return PayloadMembers.of(type).stream().anyMatch(member -> member.path().equals("areaId"));
  }

  /** Tables that the events of a family are folded into, beside the events themselves. */
  static List<String> tables(EventFamily family) {
    return TABLES.get(family).stream().map(Table::tableName).toList();
  }

  /** Ids of indicators whose rows come from these tables. */
  static Set<String> indicators(Collection<String> tables) {
    return BehindQueries.lineage().entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(tables::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Models of the library that read these tables. */
  static List<EmpowermentModel> models(Collection<String> tables) {
    return MODELS.stream()
        .filter(model -> model.inputs().stream().map(Lineage::table).anyMatch(tables::contains))
        .toList();
  }

  /** An input is a table, perhaps with words in brackets. */
  static String table(String input) {
    int bracket = input.indexOf(' ');
    return bracket < 0 ? input : input.substring(0, bracket);
  }

  /** What a family holds at most. */
  static Access access(EventFamily family) {
    List<Holds> held =
        types(family).stream()
            .flatMap(type -> PayloadMembers.of(type).stream())
            .filter(member -> member.kind() == PayloadMember.Kind.TEXT)
            .map(PayloadMember::holds)
            .toList();
    return held.contains(Holds.PERSON)
        ? Access.PERSON
        : held.contains(Holds.WORDS) ? Access.WORDS : Access.PLAIN;
  }
}

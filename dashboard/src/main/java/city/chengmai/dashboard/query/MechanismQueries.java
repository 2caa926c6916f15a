package city.chengmai.dashboard.query;

import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import city.chengmai.datasets.mechanism.Mechanism;
import city.chengmai.datasets.mechanism.Menu;
import city.chengmai.datasets.mechanism.Split;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Figures and rows of the declared mechanisms (机制). */
public final class MechanismQueries {

  /** A time whose end is not included. */
  public record Span(Instant from, Instant until) {}

  /**
   * Where rows are counted.
   *
   * @param grids grids; nothing that lies in no grid
   * @param everywhere whether it is the whole city, whatever the grids
   */
  public record Places(Collection<String> grids, boolean everywhere) {

    /** The whole city. */
    public static final Places ALL = new Places(List.of(), true);
  }

  /**
   * Services of a kind in a time.
   *
   * @param period number of the time, from 1
   * @param place grid; empty for all together
   * @param reached different targets on the related register
   * @param items different items of the related menu
   * @param good done or passed, of those judged
   * @param lastHeldAt the latest before the end, in the time or not
   * @param sums of attributes; {@code #a} says how many tell {@code a}, {@code a/b} is the sum of
   *     {@code a} of those that tell {@code b}
   */
  public record ServiceRow(
      String kind,
      int period,
      String place,
      long services,
      long participants,
      double hours,
      long targets,
      long reached,
      long items,
      long judged,
      long good,
      long planned,
      long inTime,
      long afterHours,
      Instant lastHeldAt,
      Map<String, Double> sums) {}

  /**
   * Entries of a register at the end of a time.
   *
   * @param begun all that began before the end
   * @param over of these, those that ended before it
   * @param measured those with a capacity and a reading of the last day
   * @param crowded of these, those above their capacity
   * @param crowdedOnce those that stand and were above their capacity on a day of the time
   * @param crowdedAgain of these, those that were within it on a later day and above it again
   */
  public record RegisterRow(
      String kind,
      int period,
      String place,
      long entries,
      long begun,
      long opened,
      long ended,
      long over,
      double capacity,
      long measured,
      double measuredCapacity,
      double occupied,
      long crowded,
      long heard,
      long crowdedOnce,
      long crowdedAgain,
      Map<String, Double> sums) {}

  /**
   * Demands of a kind.
   *
   * @param matched of those raised in the time
   * @param matches in the time, whenever raised
   * @param matchDays median of these; null for none
   */
  public record DemandRow(
      String kind,
      int period,
      String place,
      long raised,
      long matched,
      long matches,
      Double matchDays,
      long closes,
      Double closeDays,
      long open) {}

  /**
   * Enterprises that are new on file.
   *
   * @param kind part of the service package
   * @param arrived in the time
   * @param due whose days ended in the time
   * @param welcomed of these, those that got the part within the days
   * @param given parts handed over in the time
   * @param welcomeDays median of these; null for none
   */
  public record ArrivalRow(
      String kind,
      int period,
      String place,
      long arrived,
      long due,
      long welcomed,
      long given,
      Double welcomeDays) {}

  /** An entry of a register with its place; null where nobody told it. */
  public record SpotRow(
      String recordId, String name, String place, Double longitude, Double latitude) {}

  /** How many entries of a register stand in a grid; an empty place is none. */
  public record SpotCountRow(String place, long entries) {}

  /** Cases of a category. */
  public record CaseRow(String kind, int period, String place, long cases) {}

  /**
   * Another place of the district, as a register tells.
   *
   * @param amount what it has, for example facilities
   * @param residents of whom
   * @param toldAt when the register was told of it
   */
  public record PeerRow(
      String kind,
      int period,
      String recordId,
      String name,
      double amount,
      double residents,
      Instant toldAt) {}

  /** Everything that the figures of some mechanisms rest on. */
  public record Sums(
      List<ServiceRow> services,
      List<RegisterRow> registers,
      List<RegisterRow> menus,
      List<DemandRow> demands,
      List<CaseRow> cases,
      List<ArrivalRow> arrivals,
      List<PeerRow> peers) {

    /** The same without other places, for what cannot be compared with them. */
    public Sums alone() {
      return new Sums(services, registers, menus, demands, cases, arrivals, List.of());
    }
  }

  /** A service that took place. */
  public record LastRow(
      String kind,
      String place,
      Instant heldAt,
      Instant endsAt,
      Long participants,
      String outcome,
      List<String> partners,
      String target,
      String facility,
      String item) {}

  /**
   * A demand that waits.
   *
   * @param total all that wait, also those beyond the limit
   */
  public record OpenRow(
      String demandId,
      String kind,
      String place,
      Instant raisedAt,
      Instant dueAt,
      String channel,
      String description,
      String item,
      String demanderId,
      String demander,
      long total) {}

  /**
   * An entry of a register.
   *
   * @param occupied latest reading of the last day; null for none
   * @param total all that stand, also those beyond the limit
   */
  public record EntryRow(
      String recordId,
      String name,
      String kind,
      String place,
      Instant validFrom,
      Double capacity,
      Double occupied,
      Instant heardAt,
      long total) {}

  /**
   * A part of rows.
   *
   * @param recordId who held them; empty when they are told apart otherwise
   * @param checks of entries, with an outcome
   * @param failed of these, not passed
   */
  public record PartRow(String recordId, String value, long amount, long checks, long failed) {}

  /** An item of a menu. */
  public record ItemRow(
      String recordId,
      String name,
      String itemClass,
      long wishes,
      long matched,
      long open,
      Double matchDays,
      long given,
      long participants) {}

  /** Entries that are marked on a map. */
  public static final int MOST_SPOTS = 500;

  private final Store store;

  /** Questions to this store. */
  public MechanismQueries(Store store) {
    this.store = store;
  }

  /**
   * What the figures of mechanisms rest on.
   *
   * @param spans times, numbered from 1 in the rows
   * @param byGrid a row a grid, else all together
   */
  public Sums sums(
      Collection<Mechanism> mechanisms,
      List<Span> spans,
      Places places,
      boolean byGrid,
      ZoneId zone) {
    Map<String, Object> common = at(places);
    common.put("starts", spans.stream().map(span -> span.from().toEpochMilli()).toList());
    common.put("ends", spans.stream().map(span -> span.until().toEpochMilli()).toList());
    common.put("by_grid", byGrid ? 1 : 0);
    List<Measure> measures = mechanisms.stream().flatMap(one -> one.measures().stream()).toList();
    List<String> fields =
        measures.stream()
            .flatMap(measure -> List.of(measure.attribute(), measure.over()).stream())
            .filter(field -> !field.isEmpty())
            .distinct()
            .toList();
    Set<String> menus = new LinkedHashSet<>();
    measures.stream()
        .filter(measure -> measure.kind() == MeasureKind.ITEMS_USED)
        .forEach(measure -> menus.add(measure.register()));
    Map<String, Object> ofMenus = with(common, menus);
    ofMenus.putAll(at(Places.ALL));
    ofMenus.put("by_grid", 0);
    ofMenus.put("fields", List.of());
    ofMenus.put("zone", zone.getId());
    Map<String, Object> ofRegisters = with(common, kinds(mechanisms, Source.REGISTER));
    ofRegisters.put("fields", fields);
    ofRegisters.put("zone", zone.getId());
    return new Sums(
        services(measures, fields, common, zone),
        registers(ofRegisters),
        registers(ofMenus),
        asked("mechanism-demands", DemandRow.class, with(common, kinds(mechanisms, Source.DEMAND))),
        asked("mechanism-cases", CaseRow.class, with(common, kinds(mechanisms, Source.CASE))),
        arrivals(measures, common),
        byGrid || !places.everywhere()
            ? List.of()
            : asked("mechanism-peers", PeerRow.class, with(common, ranked(measures))));
  }

  /** Of a part that several figures ask about, the one with days says within how many. */
  private List<ArrivalRow> arrivals(List<Measure> measures, Map<String, Object> common) {
    Map<String, Integer> days = new LinkedHashMap<>();
    measures.stream()
        .filter(measure -> measure.kind().source() == Source.ARRIVAL)
        .forEach(measure -> days.merge(measure.of(), measure.days(), Math::max));
    Map<String, Object> parameters = with(common, days.keySet());
    parameters.put("days", List.copyOf(days.values()));
    return asked("mechanism-arrivals", ArrivalRow.class, parameters);
  }

  /** Entries of a register that stand, with their places; {@link #MOST_SPOTS} at most. */
  public List<SpotRow> spots(String register, Instant now, Places places) {
    Map<String, Object> parameters = standing(register, now, places);
    parameters.put("limit", MOST_SPOTS);
    return store.rows("mechanism-spots", SpotRow.class, parameters);
  }

  /** How many of these there are in each grid, without a limit. */
  public List<SpotCountRow> spotCounts(String register, Instant now, Places places) {
    return store.rows("mechanism-spot-counts", SpotCountRow.class, standing(register, now, places));
  }

  private static Map<String, Object> standing(String register, Instant now, Places places) {
    Map<String, Object> parameters = at(places);
    parameters.put("register", register);
    parameters.put("now", now);
    return parameters;
  }

  /** Registers that tell of other places. */
  private static Set<String> ranked(List<Measure> measures) {
    Set<String> registers = new LinkedHashSet<>();
    measures.stream()
        .filter(measure -> measure.kind() == MeasureKind.RANK)
        .forEach(measure -> registers.add(measure.register()));
    return registers;
  }

  /** The last services before a moment, newest first. */
  public List<LastRow> last(Set<String> kinds, Instant now, Places places, int limit) {
    return asked("mechanism-last", LastRow.class, list(kinds, now, places, limit));
  }

  /** Demands that nobody matched or closed, oldest first. */
  public List<OpenRow> open(Set<String> kinds, Instant now, Places places, int limit) {
    return asked("mechanism-open", OpenRow.class, list(kinds, now, places, limit));
  }

  /** Entries that stand, the fullest first. */
  public List<EntryRow> entries(Set<String> kinds, Instant now, Places places, int limit) {
    return asked("mechanism-entries", EntryRow.class, list(kinds, now, places, limit));
  }

  /**
   * Parts of rows in a time.
   *
   * @param register whose entries are listed even if they held nothing; empty for none
   * @param checkedFrom since when checks of entries count
   */
  public List<PartRow> parts(
      Split split, String register, Span span, Instant checkedFrom, Places places, ZoneId zone) {
    Map<String, Object> parameters = at(places);
    parameters.put("kind", split.of());
    parameters.put("by", split.by());
    parameters.put("until", span.until());
    return switch (split.source()) {
      case SERVICE -> {
        parameters.put("from", span.from());
        parameters.put("register", register);
        parameters.put("zone", zone.getId());
        yield store.rows("mechanism-split-services", PartRow.class, parameters);
      }
      case REGISTER -> {
        parameters.put("checked_from", checkedFrom);
        yield store.rows("mechanism-split-registers", PartRow.class, parameters);
      }
      default -> {
        parameters.put("from", span.from());
        yield store.rows("mechanism-split-demands", PartRow.class, parameters);
      }
    };
  }

  /** Items of a menu, most wished for first. */
  public List<ItemRow> items(Menu menu, Span span, Places places) {
    Map<String, Object> parameters = at(places);
    parameters.put("register", menu.register());
    parameters.put("demand", menu.demand());
    parameters.put("service", menu.service());
    parameters.put("from", span.from());
    parameters.put("until", span.until());
    return store.rows("mechanism-menu", ItemRow.class, parameters);
  }

  private List<ServiceRow> services(
      List<Measure> measures, List<String> fields, Map<String, Object> common, ZoneId zone) {
    Map<String, String> targets = new LinkedHashMap<>();
    Map<String, String> items = new HashMap<>();
    for (Measure measure : measures) {
      if (measure.kind().source() == Source.SERVICE) {
        targets.putIfAbsent(measure.of(), "");
        items.putIfAbsent(measure.of(), "");
        relate(measure, MeasureKind.REACH, targets);
        relate(measure, MeasureKind.ITEMS_USED, items);
      }
    }
    List<String> kinds = List.copyOf(targets.keySet());
    Map<String, Object> parameters = with(common, kinds);
    parameters.put("fields", fields);
    parameters.put("target_registers", kinds.stream().map(targets::get).toList());
    parameters.put("item_registers", kinds.stream().map(items::get).toList());
    parameters.put("zone", zone.getId());
    return asked("mechanism-services", ServiceRow.class, parameters);
  }

  private static void relate(Measure measure, MeasureKind kind, Map<String, String> registers) {
    if (measure.kind() == kind) {
      registers.put(measure.of(), measure.register());
    }
  }

  private List<RegisterRow> registers(Map<String, Object> parameters) {
    return asked("mechanism-registers", RegisterRow.class, parameters);
  }

  /** Nothing is asked about no kind. */
  private <T> List<T> asked(String question, Class<T> row, Map<String, Object> parameters) {
    Collection<?> kinds = (Collection<?>) parameters.get("kinds");
    return kinds.isEmpty() ? List.of() : store.rows(question, row, parameters);
  }

  private static Set<String> kinds(Collection<Mechanism> mechanisms, Source source) {
    Set<String> kinds = new LinkedHashSet<>();
    mechanisms.forEach(one -> kinds.addAll(one.kinds(source)));
    return kinds;
  }

  private static Map<String, Object> list(
      Set<String> kinds, Instant now, Places places, int limit) {
    Map<String, Object> parameters = with(at(places), kinds);
    parameters.put("now", now);
    parameters.put("limit", limit);
    return parameters;
  }

  private static Map<String, Object> at(Places places) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("grids", List.copyOf(places.grids()));
    parameters.put("everywhere", places.everywhere() ? 1 : 0);
    return parameters;
  }

  private static Map<String, Object> with(Map<String, Object> common, Collection<String> kinds) {
    return with(common, "kinds", new ArrayList<>(kinds));
  }

  private static Map<String, Object> with(Map<String, Object> common, String name, Object value) {
    Map<String, Object> all = new HashMap<>(common);
    all.put(name, value);
    return all;
  }

  /** Rows of a kind, a time and a place. */
  public static final class At {
    private final Sums sums;
    private final int period;
    private final String place;

    /**
     * One time and place of sums.
     *
     * @param period number of the time, from 1
     * @param place grid; empty for all together
     */
    public At(Sums sums, int period, String place) {
      this.sums = sums;
      this.period = period;
      this.place = place;
    }

    /** Services of a kind. */
    public Optional<ServiceRow> service(String kind) {
      return sums.services().stream()
          .filter(row -> fits(row.kind(), kind, row.period(), row.place()))
          .findFirst();
    }

    /** A register. */
    public Optional<RegisterRow> register(String kind) {
      return sums.registers().stream()
          .filter(row -> fits(row.kind(), kind, row.period(), row.place()))
          .findFirst();
    }

    /** The items of a menu, wherever they are. */
    public Optional<RegisterRow> menu(String kind) {
      return sums.menus().stream()
          .filter(row -> row.kind().equals(kind) && row.period() == period)
          .findFirst();
    }

    /** Demands of a kind. */
    public Optional<DemandRow> demand(String kind) {
      return sums.demands().stream()
          .filter(row -> fits(row.kind(), kind, row.period(), row.place()))
          .findFirst();
    }

    /** Cases of a category. */
    public Optional<CaseRow> cases(String category) {
      return sums.cases().stream()
          .filter(row -> fits(row.kind(), category, row.period(), row.place()))
          .findFirst();
    }

    /** New enterprises by part of the service package. */
    public Optional<ArrivalRow> arrivals(String part) {
      return sums.arrivals().stream()
          .filter(row -> fits(row.kind(), part, row.period(), row.place()))
          .findFirst();
    }

    /** Other places that a register tells of; none beside a single grid. */
    public List<PeerRow> peers(String kind) {
      return place.isEmpty()
          ? sums.peers().stream()
              .filter(row -> row.kind().equals(kind) && row.period() == period)
              .toList()
          : List.of();
    }

    private boolean fits(String rowKind, String kind, int rowPeriod, String rowPlace) {
      return rowPeriod == period && rowKind.equals(kind) && rowPlace.equals(place);
    }
  }
}

package city.chengmai.dashboard.page.pool;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PoolQueries.FeedRow;
import city.chengmai.dashboard.query.PoolQueries.KindRow;
import city.chengmai.datasets.event.EventFamily;
import city.chengmai.datasets.event.EventType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of the page of what is pooled. Every share stands beside both its counts. */
final class PoolBoard {

  /**
   * A share.
   *
   * @param of both counts; empty without a value
   */
  public record Share(String key, String name, String text, String of) {}

  /** A family of events in the catalogue. */
  public record Line(
      String key,
      String name,
      Share types,
      String events,
      Share placed,
      Share grids,
      String feeds,
      String last,
      List<String> tables,
      String access,
      List<String> indicators,
      List<Model> models) {}

  /** A model that reads the tables of a family. */
  public record Model(String id, String name) {}

  /**
   * What came from a grid.
   *
   * @param lacking families of which nothing did
   */
  public record Grid(String id, String name, Share share, List<String> lacking) {}

  private static final List<EventFamily> FAMILIES = List.of(EventFamily.values());

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final List<FeedRow> feeds;
  private final Map<EventType, KindRow> kinds;
  private final List<String> grids;

  PoolBoard(CityModel city, List<FeedRow> feeds, List<KindRow> kinds, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.feeds = feeds;
    this.kinds =
        kinds.stream()
            .filter(row -> EventType.ofWireName(row.type()).isPresent())
            .collect(
                Collectors.toMap(
                    row -> EventType.ofWireName(row.type()).orElseThrow(), Function.identity()));
    this.grids = city.baseGrids().stream().map(AreaRow::areaId).toList();
  }

  /** What is pooled, of all: feeds, types of events, places, and families by grid. */
  List<Share> shares() {
    List<EventFamily> placing = placing();
    long cells = placing.stream().mapToLong(family -> reached(family).size()).sum();
    return List.of(
        share("feeds", feeds.stream().filter(feed -> feed.events() > 0).count(), feeds.size()),
        share("types", kinds.size(), EventType.values().length),
        located("located", List.of(EventType.values())),
        share("cells", cells, (long) placing.size() * grids.size()));
  }

  /** The catalogue. */
  List<Line> catalogue() {
    return FAMILIES.stream().map(this::line).toList();
  }

  private Line line(EventFamily family) {
    List<EventType> types = Lineage.types(family);
    List<KindRow> rows = rows(types);
    List<String> tables = Lineage.tables(family);
    return new Line(
        family.wireName(),
        name(family),
        share("types", rows.size(), types.size()),
        figures.count(rows.stream().mapToLong(KindRow::events).sum()),
        located("placed", types),
        placing().contains(family)
            ? share("grids", reached(family).size(), grids.size())
            : new Share("grids", "", messages.text("pool.no-place"), ""),
        senders(rows),
        figures.fullMoment(
            rows.stream().map(KindRow::lastAt).max(Comparator.naturalOrder()).orElse(null)),
        tables,
        messages.text("pool.access." + Lineage.access(family).name().toLowerCase(Locale.ROOT)),
        List.copyOf(Lineage.indicators(tables)),
        Lineage.models(tables).stream()
            .map(model -> new Model(model.id(), LocalText.of(model.name(), messages.language())))
            .toList());
  }

  /** Grids, those of which least came first. */
  List<Grid> grids() {
    List<EventFamily> placing = placing();
    Map<EventFamily, Set<String>> reached =
        placing.stream().collect(Collectors.toMap(Function.identity(), this::reached));
    return grids.stream()
        .sorted(
            Comparator.comparingLong(
                    (String grid) ->
                        placing.stream().filter(one -> reached.get(one).contains(grid)).count())
                .thenComparing(Comparator.naturalOrder()))
        .map(
            grid -> {
              List<String> lacking =
                  placing.stream()
                      .filter(one -> !reached.get(one).contains(grid))
                      .map(this::name)
                      .toList();
              return new Grid(
                  grid,
                  city.areaName(grid, messages.language()),
                  share("grid", placing.size() - lacking.size(), placing.size()),
                  lacking);
            })
        .toList();
  }

  /** Families of which some type tells where it happened. */
  private static List<EventFamily> placing() {
    return FAMILIES.stream()
        .filter(family -> Lineage.types(family).stream().anyMatch(Lineage::tellsPlace))
        .toList();
  }

  private Set<String> reached(EventFamily family) {
    Set<String> reached =
        rows(Lineage.types(family)).stream()
            .flatMap(row -> row.grids().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    reached.retainAll(grids);
    return reached;
  }

  private List<KindRow> rows(List<EventType> types) {
    return types.stream().flatMap(type -> Optional.ofNullable(kinds.get(type)).stream()).toList();
  }

  /** Of events of types that tell a place, those that lie in a grid. */
  private Share located(String key, List<EventType> types) {
    List<KindRow> rows = rows(types.stream().filter(Lineage::tellsPlace).toList());
    return share(
        key,
        rows.stream().mapToLong(KindRow::placed).sum(),
        rows.stream().mapToLong(KindRow::events).sum());
  }

  private String senders(List<KindRow> rows) {
    Set<String> sources =
        rows.stream().flatMap(row -> row.sources().stream()).collect(Collectors.toSet());
    List<String> names =
        feeds.stream()
            .filter(feed -> feed.sources().stream().anyMatch(sources::contains))
            .map(feed -> city.feedName(feed.feedId(), messages.language()))
            .toList();
    Set<String> declared =
        feeds.stream().flatMap(feed -> feed.sources().stream()).collect(Collectors.toSet());
    long others = sources.stream().filter(source -> !declared.contains(source)).count();
    String said = String.join(messages.text("pool.comma"), names);
    return others == 0
        ? said
        : said
            + (said.isEmpty() ? "" : messages.text("pool.comma"))
            + messages.text("pool.undeclared", figures.count(others));
  }

  private String name(EventFamily family) {
    return messages.text("pool.family." + family.wireName());
  }

  private Share share(String key, long part, long whole) {
    return whole == 0
        ? new Share(
            key, messages.textOr("pool.share." + key, ""), messages.text("state.no-data"), "")
        : new Share(
            key,
            messages.textOr("pool.share." + key, ""),
            figures.percent((double) part / whole),
            figures.count(part) + " / " + figures.count(whole));
  }
}

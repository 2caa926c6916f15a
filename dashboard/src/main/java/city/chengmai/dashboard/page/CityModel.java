package city.chengmai.dashboard.page;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.CityQueries.CategoryRow;
import city.chengmai.dashboard.query.CityQueries.FeedNameRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The city with its areas, categories and feeds by id. Immutable. */
public final class CityModel {

  private final CityFacts facts;
  private final Map<String, AreaRow> areas = new LinkedHashMap<>();
  private final Map<String, CategoryRow> categories = new LinkedHashMap<>();
  private final Map<String, FeedNameRow> feeds = new LinkedHashMap<>();

  /** A city of these areas, categories and declared feeds, in display order. */
  public CityModel(
      CityFacts facts, List<AreaRow> areas, List<CategoryRow> categories, List<FeedNameRow> feeds) {
    this.facts = facts;
    areas.forEach(area -> this.areas.put(area.areaId(), area));
    categories.forEach(category -> this.categories.put(category.categoryId(), category));
    feeds.forEach(feed -> this.feeds.put(feed.feedId(), feed));
  }

  /** Names, zone and period. */
  public CityFacts facts() {
    return facts;
  }

  /** All areas in display order. */
  public List<AreaRow> areas() {
    return List.copyOf(areas.values());
  }

  /** Grids that divide the city without overlap. */
  public List<AreaRow> baseGrids() {
    return areas.values().stream().filter(CityModel::isBaseGrid).toList();
  }

  /** Grids laid over base grids, such as construction sites. */
  public List<AreaRow> overlays() {
    return areas.values().stream().filter(area -> area.overlay() == 1).toList();
  }

  /** The largest area; empty until the areas are written. */
  public Optional<AreaRow> root() {
    return areas.values().stream().filter(area -> area.parentId().isEmpty()).findFirst();
  }

  /** The area of this id. */
  public Optional<AreaRow> area(String id) {
    return Optional.ofNullable(areas.get(id));
  }

  /**
   * Base grids that are peers of each other.
   *
   * @param group a grid type, or a grid type, a slash and a community form
   */
  public List<AreaRow> peers(String group) {
    int slash = group.indexOf('/');
    String type = slash < 0 ? group : group.substring(0, slash);
    return baseGrids().stream()
        .filter(area -> area.gridType().equals(type))
        .filter(area -> slash < 0 || area.communityForm().equals(group.substring(slash + 1)))
        .toList();
  }

  /** The grid of this id alone, or all grids that divide the larger area of this id. */
  public List<String> gridsOf(String id) {
    boolean grid = area(id).filter(area -> area.level().equals("grid")).isPresent();
    return grid
        ? List.of(id)
        : baseGrids().stream().map(AreaRow::areaId).filter(one -> isWithin(one, id)).toList();
  }

  /** The city with these areas alone; all of it when none are named. */
  public CityModel only(Optional<Set<String>> held) {
    return held.map(
            ids ->
                new CityModel(
                    facts,
                    areas().stream().filter(area -> ids.contains(area.areaId())).toList(),
                    List.copyOf(categories.values()),
                    List.copyOf(feeds.values())))
        .orElse(this);
  }

  /** All areas of the area of this id, overlays and itself among them. */
  public Set<String> within(String id) {
    return areas.keySet().stream().filter(one -> isWithin(one, id)).collect(Collectors.toSet());
  }

  private boolean isWithin(String id, String larger) {
    Optional<AreaRow> at = area(id);
    while (at.isPresent() && !at.get().areaId().equals(larger)) {
      at = area(at.get().parentId());
    }
    return at.isPresent();
  }

  /** The name of an area; its id when it is unknown. */
  public String areaName(String id, Language language) {
    AreaRow area = areas.get(id);
    return area == null ? id : pick(language, area.nameZh(), area.nameEn());
  }

  /** The name of a category; its id when it is unknown. */
  public String categoryName(String id, Language language) {
    CategoryRow category = categories.get(id);
    return category == null ? id : pick(language, category.nameZh(), category.nameEn());
  }

  /** Feeds that the city declares, in display order. */
  public List<FeedNameRow> feeds() {
    return List.copyOf(feeds.values());
  }

  /** The name of a feed; its id, or the source that stands for it, when nobody declared it. */
  public String feedName(String id, Language language) {
    FeedNameRow feed = feeds.get(id);
    return feed == null ? id : pick(language, feed.nameZh(), feed.nameEn());
  }

  /** Whether an area is a grid that counts in totals. */
  public static boolean isBaseGrid(AreaRow area) {
    return area.level().equals("grid") && area.overlay() == 0;
  }

  private static String pick(Language language, String chinese, String english) {
    return language == Language.CHINESE ? chinese : english;
  }
}

package city.chengmai.datasets.source;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.grid.AreaTree;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A city as this installation knows it: names, time, areas, categories and feed.
 *
 * @param name name of the descriptor, for example {@code demo}
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param zone zone of every day and of zone-less times
 * @param holidays which days people work
 * @param clock setting of the city clock that suits the data, for example {@code system}
 * @param firstDay first day of the reported period
 * @param lastDay day after the last one; empty for a live city
 * @param areas area tree with overlay grids
 * @param categories category tree, parents first
 * @param feeds feeds that the city says it has
 * @param feed where its events come from
 */
public record City(
    String name,
    String nameZh,
    String nameEn,
    ZoneId zone,
    HolidayCalendar holidays,
    String clock,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    AreaTree areas,
    List<Category> categories,
    FeedRegistry feeds,
    CityFeed feed) {

  /** Copies the categories. */
  public City {
    categories = List.copyOf(categories);
  }
}

package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.DataTimeRow;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.source.CityConfigurationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How far the data reaches, how many grids have a grade, and what the figures lack. */
final class HeaderPanel implements WallPanel<HeaderPanel.Data> {

  /**
   * What the header says.
   *
   * @param reach latest event; null while there is none
   * @param unknownHolidays year of today, when its holidays are unknown; otherwise 0
   * @param special special period that today lies in
   */
  record Data(
      Instant reach,
      int graded,
      int grids,
      int unknownHolidays,
      Optional<CityFacts.SpecialPeriod> special) {}

  private final CityQueries cities;
  private final PortraitQueries portraits;
  private final Supplier<HolidayCalendar> holidays;

  HeaderPanel(CityQueries cities, PortraitQueries portraits, Supplier<HolidayCalendar> holidays) {
    this.holidays = holidays;
    this.cities = cities;
    this.portraits = portraits;
  }

  @Override
  public String id() {
    return "header";
  }

  /** The head has the board's title instead. */
  @Override
  public String heading(CityModel city, Messages messages) {
    return "";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    Optional<Instant> reach = cities.dataTime(moment.now()).map(DataTimeRow::occurredAt);
    int graded =
        (int)
            portraits.portraits(moment.day()).stream()
                .filter(row -> row.dimension().equals("overall") && row.score() != null)
                .filter(row -> city.area(row.areaId()).filter(CityModel::isBaseGrid).isPresent())
                .count();
    return new Data(
        reach.orElse(null),
        graded,
        city.baseGrids().size(),
        unknownHolidays(moment.day()),
        city.facts().specialOn(moment.day()));
  }

  private int unknownHolidays(LocalDate day) {
    try {
      return holidays.get().covers(Year.of(day.getYear())) ? 0 : day.getYear();
    } catch (CityConfigurationException unknownCity) {
      // Analytics ends with this reason, and pages that need the holidays give it.
      return 0;
    }
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    return Map.of(
        "reach", figures.moment(data.reach()),
        "graded", figures.count(data.graded()),
        "grids", figures.count(data.grids()),
        "specialName",
            data.special().map(one -> one.name(figures.messages().language())).orElse(""),
        "specialLast", data.special().map(one -> one.last().toString()).orElse(""),
        // A year is no quantity: no separators.
        "unknownHolidays", data.unknownHolidays() == 0 ? "" : "" + data.unknownHolidays());
  }
}

package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.AreaTree;
import java.util.List;

/** What stands still in Xingqiao Sub-district (星桥街道) while things happen in it. Immutable. */
final class Xingqiao {

  private final DemoOptions options;
  private final List<DemoGrid> grids;
  private final AreaTree areas;
  private final DemoCategories categories = DemoCategories.load();
  private final List<Site> sites;
  private final List<DemoDevice> devices;
  private final IncidentCalendar incidents;
  private final Weather weather;
  private final DutyHours dutyHours;
  private final SilentHomes silentHomes;

  Xingqiao(DemoOptions options) {
    this.options = options;
    AreaMaker areaMaker = new AreaMaker(options.seed());
    this.grids = List.copyOf(areaMaker.grids());
    SiteMaker siteMaker = new SiteMaker(grids, options.firstDay());
    this.areas = new AreaTree(areaMaker.areas(siteMaker.overlays()));
    this.sites = siteMaker.sites();
    this.devices = DeviceList.of(options.seed(), grids, sites);
    IncidentPlaces places = new IncidentPlaces(options.seed(), grids, sites);
    this.incidents = new IncidentCalendar(options.firstDay(), places);
    this.weather = new Weather(options.seed(), incidents);
    this.dutyHours = new DutyHours(options.holidays());
    this.silentHomes = new SilentHomes(options.seed(), options.firstDay(), devices);
  }

  DemoOptions options() {
    return options;
  }

  /** Dice of a stream, see {@link Dice#of}. */
  Dice dice(String stream, long... keys) {
    return Dice.of(options.seed(), stream, keys);
  }

  List<DemoGrid> grids() {
    return grids;
  }

  AreaTree areas() {
    return areas;
  }

  DemoCategories categories() {
    return categories;
  }

  List<Site> sites() {
    return sites;
  }

  List<DemoDevice> devices() {
    return devices;
  }

  IncidentCalendar incidents() {
    return incidents;
  }

  Weather weather() {
    return weather;
  }

  DutyHours dutyHours() {
    return dutyHours;
  }

  SilentHomes silentHomes() {
    return silentHomes;
  }
}

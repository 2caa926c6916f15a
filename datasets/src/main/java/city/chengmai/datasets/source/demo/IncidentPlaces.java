package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where an incident happens and to what, drawn from the seed and its first day. */
final class IncidentPlaces {

  private final long seed;
  private final List<DemoGrid> grids;
  private final List<Site> sites;

  IncidentPlaces(long seed, List<DemoGrid> grids, List<Site> sites) {
    this.seed = seed;
    this.grids = grids;
    this.sites = sites;
  }

  Incident incident(String id, IncidentCalendar.Entry entry, LocalDate start) {
    Dice dice = Dice.of(seed, "incident", start.toEpochDay(), entry.kind().wireName().hashCode());
    Site site = sites.get(dice.below(3));
    List<DemoGrid> hit = grids(entry, site, dice);
    return new Incident(
        id,
        entry.kind(),
        hit.stream().map(DemoGrid::id).toList(),
        category(entry.kind(), dice),
        target(entry.kind(), site),
        start,
        start.plusDays(entry.days()),
        entry.size());
  }

  private List<DemoGrid> grids(IncidentCalendar.Entry entry, Site site, Dice dice) {
    return switch (entry.kind()) {
      case NIGHT_NOISE -> grids.stream().filter(grid -> !site.spotsIn(grid).isEmpty()).toList();
      case SILENT_DEVICE -> List.of(site.home());
      case DRAIN_BURST -> neighbours(entry.grids(), dice);
      case HOTLINE_SURGE -> several(entry.grids(), GridType.RESIDENTS_COMMITTEE, dice);
      case SPOT_CLUSTER -> several(1, GridType.RESIDENTS_COMMITTEE, dice);
      default -> several(1, GridType.STREET_FRONT, dice);
    };
  }

  /** Grids of the type that are not quiet, next to one another in the list. */
  private List<DemoGrid> several(int count, GridType type, Dice dice) {
    List<DemoGrid> busy = busy(grid -> grid.type() == type);
    int first = dice.below(busy.size());
    List<DemoGrid> several = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      several.add(busy.get((first + i) % busy.size()));
    }
    return several;
  }

  /** A grid with grids that share a border with it, of any type. */
  private List<DemoGrid> neighbours(int count, Dice dice) {
    List<DemoGrid> starts = busy(grid -> grid.type() == GridType.STREET_FRONT);
    DemoGrid start = dice.pick(starts);
    List<DemoGrid> neighbours = new ArrayList<>(List.of(start));
    busy(start::isNextTo).stream().limit(count - 1L).forEach(neighbours::add);
    return neighbours;
  }

  private List<DemoGrid> busy(Predicate<DemoGrid> wanted) {
    return grids.stream().filter(grid -> !grid.traits().quiet()).filter(wanted).toList();
  }

  private static String target(IncidentKind kind, Site site) {
    return switch (kind) {
      case NIGHT_NOISE -> site.id();
      case SILENT_DEVICE -> DeviceList.noiseMeterOf(site);
      default -> "";
    };
  }

  private static String category(IncidentKind kind, Dice dice) {
    return switch (kind) {
      case DRAIN_BURST -> "public-facilities/drain-overflow";
      case NIGHT_NOISE -> "construction/site-noise";
      case PARKING_SURGE -> "street-order/illegal-parking";
      case VENDING_SURGE -> "street-order/street-vending";
      case HOTLINE_SURGE ->
          dice.pick(List.of("community-life/property-service", "community-life/lift-fault"));
      case SPOT_CLUSTER -> "city-appearance/bulky-waste";
      default -> "";
    };
  }
}

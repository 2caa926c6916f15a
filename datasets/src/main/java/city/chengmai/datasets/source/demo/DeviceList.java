package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The 80 devices: five noise meters, a rain gauge and three kinds for old people at home. */
final class DeviceList {

  static final String NOISE_METER = "noise-meter";
  static final String RAIN_GAUGE = "rain-gauge";
  static final String SMART_BAND = "smart-band";
  static final String MATTRESS = "mattress";
  static final String WATER_METER = "water-meter";

  private DeviceList() {}

  static List<DemoDevice> of(long seed, List<DemoGrid> grids, List<Site> sites) {
    List<DemoDevice> devices = new ArrayList<>();
    for (Site site : sites) {
      Spot spot = new Spot(site.middle(), site.nameZh());
      devices.add(new DemoDevice(noiseMeterOf(site), NOISE_METER, site.home(), spot, ""));
    }
    DemoGrid first = grids.get(0);
    devices.add(new DemoDevice("rain-gauge-01", RAIN_GAUGE, first, first.spots().get(0), ""));
    devices.addAll(atHome(seed, grids, SMART_BAND, 24));
    devices.addAll(atHome(seed, grids, MATTRESS, 16));
    devices.addAll(atHome(seed, grids, WATER_METER, 34));
    return devices;
  }

  static String noiseMeterOf(Site site) {
    return site.id().replace("site", NOISE_METER);
  }

  private static List<DemoDevice> atHome(long seed, List<DemoGrid> grids, String kind, int count) {
    List<DemoGrid> homes =
        Stream.of(GridType.RESIDENTS_COMMITTEE, GridType.VILLAGE_COMMITTEE)
            .flatMap(type -> grids.stream().filter(grid -> grid.type() == type))
            .toList();
    Dice dice = Dice.of(seed, kind);
    List<DemoDevice> devices = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      DemoGrid grid = homes.get((i * 7 + kind.length()) % homes.size());
      String id = String.format(Locale.ROOT, "%s-%02d", kind, i);
      String person = String.format(Locale.ROOT, "%016x", dice.seed());
      devices.add(new DemoDevice(id, kind, grid, dice.pick(grid.spots()), person));
    }
    return devices;
  }
}

package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.GridType;
import city.chengmai.datasets.source.demo.PlotCases.Matter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * E-bikes charged by cables through windows (飞线充电) where no charger is near. Usual hazards are near
 * the chargers of residents' and village grids.
 */
record ChargingHazardPlot(Xingqiao xingqiao) implements Plot {

  private static final String HAZARD = "public-safety/bike-charging";
  private static final int CHARGERS_OF_GRID = 5;
  private static final double NEAR_DEGREES = 0.0005;
  private static final double FAR_DEGREES = 0.0019;
  private static final int TRIES = 60;

  @Override
  public String model() {
    return "charging-hazard";
  }

  @Override
  public int reals() {
    return 4;
  }

  @Override
  public int lookalikes() {
    return 3;
  }

  @Override
  public List<PlannedEvent> opening(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    for (DemoGrid grid : xingqiao.grids()) {
      for (int i = 0; hasChargers(grid) && i < CHARGERS_OF_GRID; i++) {
        Spot spot = chargerSpot(grid, i);
        String id = "charger-" + grid.id().substring(3) + "-" + (i + 1);
        events.add(charger(day.atTime(4, 0).plusSeconds(events.size()), id, grid, spot, "working"));
      }
    }
    return events;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    DemoGrid grid = dice.pick(grids());
    Spot spot = farFromChargers(grid, dice);
    PlotCases cases = new PlotCases(xingqiao, 2);
    List<PlannedEvent> events = new ArrayList<>();
    // With a charger near it is a matter of habit, and two cables are not yet a place.
    boolean broken = scene.real() && dice.chance(0.4);
    if (broken || scene.variant() == 0 || scene.variant() == 2) {
      Coordinate at = new Coordinate(spot.at().x + NEAR_DEGREES, spot.at().y);
      events.add(
          charger(
              scene.begin().atTime(4, 0),
              "charger-" + model() + "-" + scene.name(),
              grid,
              new Spot(at, spot.address()),
              broken ? "broken" : "working"));
    }
    int count = scene.variant() == 1 ? 2 : 6;
    int day = 0;
    for (int i = 0; i < count; i++) {
      Matter matter = Matter.of(grid, spot, HAZARD, Channel.APP);
      events.addAll(cases.of(scene, i, matter, scene.begin().plusDays(day), dice));
      day += dice.between(3, 9);
    }
    return Tale.of("charging-hazard-" + scene.name(), scene.real(), events);
  }

  /** Where none of the chargers on record would do. */
  private Spot farFromChargers(DemoGrid grid, Dice dice) {
    Spot spot = dice.pick(grid.spots());
    for (int left = TRIES; left > 0 && isNearACharger(spot); left--) {
      spot = dice.pick(grid.spots());
    }
    return spot;
  }

  private boolean isNearACharger(Spot spot) {
    return xingqiao.grids().stream()
        .filter(ChargingHazardPlot::hasChargers)
        .flatMap(
            grid ->
                IntStream.range(0, CHARGERS_OF_GRID).mapToObj(number -> chargerSpot(grid, number)))
        .anyMatch(charger -> charger.at().distance(spot.at()) < FAR_DEGREES);
  }

  private static boolean hasChargers(DemoGrid grid) {
    return grid.type() == GridType.RESIDENTS_COMMITTEE || grid.type() == GridType.VILLAGE_COMMITTEE;
  }

  private Spot chargerSpot(DemoGrid grid, int number) {
    return grid.spots().get((number + offset()) % grid.spots().size());
  }

  private List<DemoGrid> grids() {
    return xingqiao.grids().stream()
        .filter(grid -> grid.type() == GridType.STREET_FRONT || grid.type() == GridType.BUILDING)
        .toList();
  }

  private int offset() {
    return xingqiao.categories().leaves().indexOf(xingqiao.categories().leaf(HAZARD)) * 7;
  }

  private static PlannedEvent charger(
      LocalDateTime at, String id, DemoGrid grid, Spot spot, String state) {
    return Sender.RECORDS.tell(
        at,
        EventType.RECORD_UPDATED,
        id,
        () -> {
          ObjectNode payload =
              Payload.of("recordKind", "component").put("app", "import").put("name", "充电桩 " + id);
          payload
              .putObject("attributes")
              .put("kind", "e-bike-charger")
              .put("state", state)
              .put("longitude", "" + spot.at().x)
              .put("latitude", "" + spot.at().y);
          return Sender.place(payload, grid, spot);
        });
  }
}

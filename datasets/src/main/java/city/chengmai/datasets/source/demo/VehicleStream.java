package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Police cars, ambulances and moving vans (三车) seen at residential buildings: not one a day, at any
 * of them, and for twelve days of every cycle of 60 days at one building again and again.
 */
final class VehicleStream {

  private static final String REGISTER = "residential-building";
  private static final String KIND = "vehicle-call";
  private static final List<String> VEHICLES =
      List.of("police", "ambulance", "ambulance", "moving-van", "moving-van");
  private static final double CALLS_A_DAY = 0.7;
  private static final int CYCLE = 60;
  private static final int CLUSTER_FROM = 36;
  private static final int CLUSTER_DAYS = 12;
  private static final double CLUSTER_CHANCE = 0.6;

  private final Xingqiao xingqiao;
  private final RegisterStream registers;

  VehicleStream(Xingqiao xingqiao, RegisterStream registers) {
    this.xingqiao = xingqiao;
    this.registers = registers;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    List<Facility> buildings = registers.standing(REGISTER, day);
    if (buildings.isEmpty()) {
      return events;
    }
    Dice dice = xingqiao.dice(KIND, day.toEpochDay());
    for (int left = dice.poisson(CALLS_A_DAY); left > 0; left--) {
      events.add(call(dice.pick(buildings), day, events.size(), dice));
    }
    long age = ChronoUnit.DAYS.between(xingqiao.options().firstDay(), day);
    long within = age % CYCLE - CLUSTER_FROM;
    if (within >= 0 && within < CLUSTER_DAYS && dice.chance(CLUSTER_CHANCE)) {
      Facility troubled = xingqiao.dice(KIND + "-cluster", age / CYCLE).pick(buildings);
      events.add(call(troubled, day, events.size(), dice));
    }
    return events;
  }

  private static PlannedEvent call(Facility building, LocalDate day, int number, Dice dice) {
    String vehicle = dice.pick(VEHICLES);
    Rhythm rhythm = vehicle.equals("moving-van") ? Rhythm.DAY : Rhythm.FLAT;
    LocalDateTime at = rhythm.moment(day, dice);
    String id = "S" + Sender.date(day) + "-" + KIND + "-" + number;
    return Sender.RESIDENTS_APP.tell(
        at,
        EventType.SERVICE_HELD,
        id,
        () -> {
          ObjectNode payload = Payload.of("kind", KIND).put("targetId", building.id());
          payload.putObject("attributes").put("vehicle", vehicle);
          return Sender.place(payload, building.grid(), building.spot());
        });
  }
}

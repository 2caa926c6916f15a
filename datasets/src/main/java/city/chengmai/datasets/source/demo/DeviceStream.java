package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Daily readings of rain gauge and home devices, their alarms, and who answered them when. */
final class DeviceStream {

  private static final double ALARMS_A_DAY = 0.11;
  private static final double OFFLINE_A_DAY = 0.002;

  private final Xingqiao xingqiao;

  DeviceStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    for (int i = 0; i < xingqiao.devices().size(); i++) {
      DemoDevice device = xingqiao.devices().get(i);
      if (!device.kind().equals(DeviceList.NOISE_METER)) {
        events.addAll(device(device, day, xingqiao.dice("device", day.toEpochDay(), i)));
      }
    }
    return events;
  }

  private List<PlannedEvent> device(DemoDevice device, LocalDate day, Dice dice) {
    List<PlannedEvent> events = new ArrayList<>();
    LocalDateTime morning = day.atTime(7, dice.below(20), dice.below(60));
    if (dice.chance(OFFLINE_A_DAY)) {
      events.add(Readings.offline(device, morning));
      return events;
    }
    events.add(reading(device, morning, day, dice));
    boolean worn = !device.personHash().isEmpty() && !device.kind().equals(DeviceList.WATER_METER);
    if (worn && dice.chance(ALARMS_A_DAY)) {
      events.addAll(alarm(device, day, dice));
    }
    return events;
  }

  private PlannedEvent reading(DemoDevice device, LocalDateTime at, LocalDate day, Dice dice) {
    return switch (device.kind()) {
      case DeviceList.RAIN_GAUGE ->
          Readings.reading(device, at, "rain", xingqiao.weather().rain(day), "mm");
      case DeviceList.WATER_METER ->
          Readings.reading(device, at, "water-use", water(device, day, dice), "m3");
      case DeviceList.MATTRESS ->
          Readings.reading(device, at, "sleep", rounded(6.4 + dice.normal(), 10), "h");
      default ->
          Readings.reading(device, at, "resting-pulse", Math.rint(68 + 6 * dice.normal()), "1/min");
    };
  }

  private double water(DemoDevice meter, LocalDate day, Dice dice) {
    double usual = rounded(dice.logNormal(0.11, 0.4), 1000);
    return xingqiao.silentHomes().holds(meter, day) ? 0 : usual;
  }

  /** Bands call for help or tell of a fall, mattresses tell of an empty bed at night. */
  private static List<PlannedEvent> alarm(DemoDevice device, LocalDate day, Dice dice) {
    boolean mattress = device.kind().equals(DeviceList.MATTRESS);
    String kind = mattress ? "out-of-bed" : dice.chance(0.7) ? "emergency-call" : "fall";
    LocalDateTime at = (mattress ? Rhythm.NIGHT : Rhythm.DAY).moment(day, dice);
    String id = "A" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + device.id();
    List<PlannedEvent> events = new ArrayList<>(List.of(Readings.alarm(device, at, kind, id)));
    double quality = device.grid().traits().quality();
    if (dice.chance(0.9 + 0.1 * quality)) {
      long seconds = Math.round(60 * dice.logNormal(1.3 + 3.2 * (1 - quality), 0.6));
      events.add(Readings.acknowledgement(device, at.plusSeconds(1 + seconds), id));
    }
    return events;
  }

  private static double rounded(double value, int steps) {
    return Math.rint(value * steps) / steps;
  }
}

package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Sound levels at the construction sites, every 15 minutes while a site is open. */
final class NoiseStream {

  private static final int MINUTES = 15;
  private static final int READINGS = 24 * 60 / MINUTES;
  private static final int WORK_BEGINS = 7;
  private static final int WORK_ENDS = 18;

  private final Xingqiao xingqiao;

  NoiseStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<Incident> incidents = xingqiao.incidents().on(day);
    List<PlannedEvent> events = new ArrayList<>();
    for (Site site : xingqiao.sites()) {
      if (site.isOpen(day) && !isSilent(site, incidents)) {
        events.addAll(readings(site, day, worksAtNight(site, incidents)));
      }
    }
    return events;
  }

  private List<PlannedEvent> readings(Site site, LocalDate day, boolean atNight) {
    DemoDevice meter = meter(site);
    Dice dice =
        xingqiao.dice("noise", day.toEpochDay(), site.home().number(), site.id().hashCode());
    double work = xingqiao.options().holidays().isWorkingDay(day) ? 17 : 9;
    List<PlannedEvent> events = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      LocalDateTime at =
          day.atStartOfDay().plusMinutes((long) i * MINUTES).plusSeconds(site.home().number());
      double level = background(at.getHour()) + 2.2 * dice.normal();
      level += isWork(at.getHour()) ? work : 0;
      level += atNight && isNight(at.getHour()) ? 21 : 0;
      double decibels = Math.rint(level * 10) / 10;
      events.add(Readings.reading(meter, at, "sound-level", decibels, "dB(A)"));
    }
    return events;
  }

  private DemoDevice meter(Site site) {
    String id = DeviceList.noiseMeterOf(site);
    return xingqiao.devices().stream()
        .filter(device -> device.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSilent(Site site, List<Incident> incidents) {
    String meter = DeviceList.noiseMeterOf(site);
    return incidents.stream()
        .anyMatch(hit -> hit.kind() == IncidentKind.SILENT_DEVICE && hit.target().equals(meter));
  }

  private static boolean worksAtNight(Site site, List<Incident> incidents) {
    return incidents.stream()
        .anyMatch(hit -> hit.kind() == IncidentKind.NIGHT_NOISE && hit.target().equals(site.id()));
  }

  private static double background(int hour) {
    return 47 + 6 * StrictMath.sin(StrictMath.PI * (hour - 6) / 12.0);
  }

  private static boolean isWork(int hour) {
    return hour >= WORK_BEGINS && hour < WORK_ENDS;
  }

  private static boolean isNight(int hour) {
    return hour >= 22 || hour < 2;
  }
}

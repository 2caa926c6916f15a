package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.demo.CaseArrivals.Notice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cases that incidents add to the usual ones. */
final class IncidentCases {

  private final Xingqiao xingqiao;

  IncidentCases(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  List<Notice> in(DemoGrid grid, LocalDate day, List<Incident> incidents) {
    List<Notice> notices = new ArrayList<>();
    for (Incident incident : incidents) {
      Dice dice =
          xingqiao.dice(
              "incident-cases",
              day.toEpochDay(),
              grid.number(),
              incident.kind().wireName().hashCode());
      for (int left = incident.casesOn(day, grid.id()); left > 0; left--) {
        notices.add(notice(incident, grid, day, dice));
      }
    }
    return notices;
  }

  private Notice notice(Incident incident, DemoGrid grid, LocalDate day, Dice dice) {
    Channel channel =
        switch (incident.kind()) {
          case HOTLINE_SURGE, NIGHT_NOISE -> dice.chance(0.9) ? Channel.HOTLINE : Channel.APP;
          case SPOT_CLUSTER -> dice.chance(0.6) ? Channel.APP : Channel.HOTLINE;
          default -> dice.chance(0.55) ? Channel.HOTLINE : Channel.PATROL;
        };
    return new Notice(
        xingqiao.categories().leaf(incident.category()),
        channel,
        moment(incident, channel, day, dice),
        spot(incident, grid, dice),
        site(incident));
  }

  private Optional<Site> site(Incident incident) {
    return xingqiao.sites().stream()
        .filter(site -> site.id().equals(incident.target()))
        .findFirst();
  }

  /** One spot, or a few close ones, where the incident is about a place. */
  private static Optional<Spot> spot(Incident incident, DemoGrid grid, Dice dice) {
    int first = incident.from().getDayOfYear() % grid.spots().size();
    return switch (incident.kind()) {
      case SPOT_CLUSTER -> Optional.of(grid.spots().get(first));
      case PARKING_SURGE, VENDING_SURGE ->
          Optional.of(grid.spots().get((first + dice.below(2)) % grid.spots().size()));
      default -> Optional.empty();
    };
  }

  private static LocalDateTime moment(
      Incident incident, Channel channel, LocalDate day, Dice dice) {
    if (channel == Channel.PATROL) {
      return Rhythm.PATROL.moment(day, dice);
    }
    return switch (incident.kind()) {
      case NIGHT_NOISE -> day.atTime(22 + dice.below(2), dice.below(60), dice.below(60));
      case PARKING_SURGE -> Rhythm.COMMUTE.moment(day, dice);
      case VENDING_SURGE -> day.atTime(17 + dice.below(5), dice.below(60), dice.below(60));
      default -> Rhythm.OFFICE.moment(day, dice);
    };
  }
}

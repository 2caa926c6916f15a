package city.chengmai.analytics.job.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Rule A04 in plain Java. */
final class NightOracle {

  /** Something heard at a site: a complaint, or a reading when it has a level. */
  record Sound(String id, String site, Instant at, Double level) {}

  /** What a site is; its hours are [opens, closes). */
  record Place(String grid, LocalTime opens, LocalTime closes) {}

  private final Map<String, Place> sites;
  private final ZoneId zone;

  NightOracle(Map<String, Place> sites, ZoneId zone) {
    this.sites = sites;
    this.zone = zone;
  }

  List<String> lines(List<Sound> sounds) {
    Map<String, TreeMap<LocalDate, List<Sound>>> nights = new TreeMap<>();
    for (Sound sound : sounds) {
      Place place = sites.get(sound.site());
      LocalTime time = sound.at().atZone(zone).toLocalTime();
      LocalDate day = sound.at().atZone(zone).toLocalDate();
      boolean early = time.isBefore(place.opens());
      boolean late = !time.isBefore(place.closes());
      boolean night = time.isBefore(LocalTime.of(6, 0)) || !time.isBefore(LocalTime.of(22, 0));
      boolean loud = sound.level() == null || sound.level() > (night ? 55 : 70);
      if ((early || late) && loud) {
        nights
            .computeIfAbsent(sound.site(), site -> new TreeMap<>())
            .computeIfAbsent(early ? day.minusDays(1) : day, n -> new ArrayList<>())
            .add(sound);
      }
    }
    List<String> lines = new ArrayList<>();
    nights.forEach((site, found) -> lines.addAll(lines(site, found)));
    return lines;
  }

  private List<String> lines(String site, NavigableMap<LocalDate, List<Sound>> nights) {
    nights
        .values()
        .removeIf(heard -> complaints(heard) < 1 && heard.size() - complaints(heard) < 2);
    List<String> lines = new ArrayList<>();
    nights.forEach(
        (night, heard) -> {
          LocalDate before = nights.lowerKey(night);
          boolean goesOn = before != null && before.isAfter(night.minusDays(2));
          lines.add(line(site, night, goesOn ? site + "|" + before : "", heard));
        });
    return lines;
  }

  private String line(String site, LocalDate night, String before, List<Sound> heard) {
    Place place = sites.get(site);
    long complaints = complaints(heard);
    List<String> evidence =
        heard.stream()
            .sorted(Comparator.comparing((Sound s) -> s.level() != null).thenComparing(Sound::id))
            .map(Sound::id)
            .limit(50)
            .toList();
    return new FindingLine(
            site + "|" + night,
            before,
            complaints > 0 && heard.size() - complaints >= 2 ? "alarm" : "warning",
            place.grid(),
            site,
            night.atTime(place.closes()).atZone(zone).toInstant(),
            night.plusDays(1).atTime(place.opens()).atZone(zone).toInstant(),
            heard.stream().map(Sound::at).min(Instant::compareTo).orElseThrow(),
            null,
            heard.size(),
            null,
            55.0,
            evidence,
            heard.size())
        .text();
  }

  private static long complaints(List<Sound> heard) {
    return heard.stream().filter(sound -> sound.level() == null).count();
  }
}

package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which matters come up on a day, as usual and because of incidents. */
final class CaseArrivals {

  private static final double DAY_TO_DAY = 0.12;
  private static final double AT_A_SITE = 0.65;
  private static final Map<GridType, Double> CASES_A_DAY =
      new EnumMap<>(
          Map.of(
              GridType.STREET_FRONT, 2.3,
              GridType.RESIDENTS_COMMITTEE, 1.7,
              GridType.VILLAGE_COMMITTEE, 1.3,
              GridType.BUILDING, 1.3));

  /**
   * Two indicators in three need ten cases of 30 days to be measured; with this mean a month of
   * holidays and bad luck still brings them.
   */
  private static final double QUIET_CASES_A_DAY = 0.9;

  private final Xingqiao xingqiao;
  private final IncidentCases incidentCases;

  CaseArrivals(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.incidentCases = new IncidentCases(xingqiao);
  }

  /** How busy the quietest grid of a type is, against the usual of the type. */
  static double quietVolume(GridType type) {
    return QUIET_CASES_A_DAY / CASES_A_DAY.get(type);
  }

  List<CaseDraft> on(LocalDate day) {
    Map<GridType, Weights<DemoCategory>> weights = weights(day);
    List<Incident> incidents = xingqiao.incidents().on(day);
    List<CaseDraft> drafts = new ArrayList<>();
    for (DemoGrid grid : xingqiao.grids()) {
      Dice dice = xingqiao.dice("cases", day.toEpochDay(), grid.number());
      List<Notice> notices = usual(grid, day, weights.get(grid.type()), dice);
      notices.addAll(incidentCases.in(grid, day, incidents));
      for (int i = 0; i < notices.size(); i++) {
        drafts.add(draft(grid, day, i + 1, notices.get(i), dice));
      }
    }
    return drafts;
  }

  /** What is noticed, how and when; the spot is empty when any will do. */
  record Notice(
      DemoCategory category,
      Channel channel,
      LocalDateTime at,
      Optional<Spot> spot,
      Optional<Site> site) {}

  private List<Notice> usual(
      DemoGrid grid, LocalDate day, Weights<DemoCategory> weights, Dice dice) {
    double mean = weights.sum() * grid.traits().volume() * dice.logNormal(1, DAY_TO_DAY);
    List<Notice> notices = new ArrayList<>();
    for (int left = dice.poisson(mean); left > 0; left--) {
      notices.add(notice(grid, weights.draw(dice), day, dice));
    }
    return notices;
  }

  private Notice notice(DemoGrid grid, DemoCategory category, LocalDate day, Dice dice) {
    double patrolled = 0.75 + 0.95 * grid.traits().quality();
    Channel channel = category.channels().multiplied(Channel.PATROL, patrolled).draw(dice);
    Rhythm hours = channel == Channel.PATROL ? Rhythm.PATROL : category.hours();
    Optional<Site> site =
        category.id().startsWith("construction/") ? site(grid, day, dice) : Optional.empty();
    return new Notice(category, channel, hours.moment(day, dice), Optional.empty(), site);
  }

  private Optional<Site> site(DemoGrid grid, LocalDate day, Dice dice) {
    boolean atSite = dice.chance(AT_A_SITE);
    return xingqiao.sites().stream()
        .filter(site -> atSite && site.isOpen(day) && !site.spotsIn(grid).isEmpty())
        .findFirst();
  }

  private CaseDraft draft(DemoGrid grid, LocalDate day, int number, Notice notice, Dice dice) {
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    Spot spot = notice.spot().orElseGet(() -> spot(grid, notice, dice));
    Optional<Person> caller =
        notice.channel() == Channel.HOTLINE ? Optional.of(Person.of(grid, dice)) : Optional.empty();
    return new CaseDraft(
        String.format(Locale.ROOT, "C%s-%s-%03d", date, grid.id().substring(3), number),
        grid,
        notice.category(),
        notice.channel(),
        notice.category().levels().draw(dice),
        spot,
        notice.at(),
        notice.site().map(Site::id).orElse(""),
        caller,
        dice.seed());
  }

  /** Each category has worst spots of its own. */
  private Spot spot(DemoGrid grid, Notice notice, Dice dice) {
    List<Spot> spots = notice.site().map(site -> site.spotsIn(grid)).orElse(grid.spots());
    int rank = dice.skewedBelow(spots.size());
    int offset = xingqiao.categories().leaves().indexOf(notice.category()) * 7;
    return spots.get((rank + offset) % spots.size());
  }

  /** The mean number of cases of each leaf on a day, for an ordinary grid of each type. */
  private Map<GridType, Weights<DemoCategory>> weights(LocalDate day) {
    double rain = xingqiao.weather().rain(day);
    Map<GridType, Weights<DemoCategory>> weights = new EnumMap<>(GridType.class);
    CASES_A_DAY.forEach((type, cases) -> weights.put(type, weights(type, cases, day, rain)));
    return weights;
  }

  private Weights<DemoCategory> weights(GridType type, double cases, LocalDate day, double rain) {
    List<DemoCategory> leaves = xingqiao.categories().leaves();
    double whole = leaves.stream().mapToDouble(leaf -> leaf.shares().get(type)).sum();
    HolidayCalendar holidays = xingqiao.options().holidays();
    return new Weights<>(leaves, leaf -> leaf.weight(type, day, holidays, rain) * cases / whole);
  }
}

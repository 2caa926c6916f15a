package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The 12345 hotline orders (工单) of a day: those that become cases, and plain enquiries. */
final class OrderStream {

  private static final double ENQUIRIES_A_GRID = 0.16;

  private final Xingqiao xingqiao;

  OrderStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  List<PlannedEvent> on(LocalDate day, List<CaseStory> stories) {
    List<PlannedEvent> events = new ArrayList<>();
    for (CaseStory story : stories) {
      if (story.draft().channel() == Channel.HOTLINE) {
        events.addAll(OrderLife.of(story, xingqiao.dutyHours()));
      }
    }
    for (DemoGrid grid : xingqiao.grids()) {
      if (grid.type() == GridType.RESIDENTS_COMMITTEE || grid.type() == GridType.BUILDING) {
        events.addAll(enquiries(grid, day));
      }
    }
    return events;
  }

  private List<PlannedEvent> enquiries(DemoGrid grid, LocalDate day) {
    Dice dice = xingqiao.dice("enquiries", day.toEpochDay(), grid.number());
    double calendar = xingqiao.options().holidays().isWorkingDay(day) ? 1 : 0.3;
    int count = dice.poisson(ENQUIRIES_A_GRID * grid.traits().volume() * calendar);
    List<PlannedEvent> events = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      events.addAll(OrderLife.of(enquiry(grid, day, i, dice), xingqiao.dutyHours()));
    }
    return events;
  }

  /** A question on the telephone: an order without a case, dressed as a story without steps. */
  private CaseStory enquiry(DemoGrid grid, LocalDate day, int number, Dice dice) {
    String leaf =
        grid.type() == GridType.BUILDING
            ? "business-service/policy-question"
            : dice.pick(List.of("community-life/elder-care", "community-life/property-service"));
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    CaseDraft draft =
        new CaseDraft(
            String.format(Locale.ROOT, "Q%s-%s-%02d", date, grid.id().substring(3), number),
            grid,
            xingqiao.categories().leaf(leaf),
            Channel.HOTLINE,
            Level.SIMPLE,
            grid.spots().get(dice.skewedBelow(grid.spots().size())),
            Rhythm.OFFICE.moment(day, dice),
            "",
            Optional.of(Person.of(grid, dice)),
            dice.seed());
    return new CaseStory(draft, List.of());
  }
}

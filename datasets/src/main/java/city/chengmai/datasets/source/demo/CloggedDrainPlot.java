package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.demo.PlotCases.Matter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A drain that is clogged when heavy rain comes (雨天堵塞部件). */
record CloggedDrainPlot(Xingqiao xingqiao) implements Plot {

  /** Nobody clears a real one. */
  private static final int NEVER_YEARS = 10;

  private static final String DRAIN = "public-facilities/drain-overflow";
  private static final String COVER = "public-facilities/manhole-cover";

  @Override
  public String model() {
    return "clogged-rain";
  }

  @Override
  public int reals() {
    return 6;
  }

  @Override
  public int lookalikes() {
    return 5;
  }

  /** Heavy rain comes on the tenth or twentieth day of a cycle. */
  @Override
  public int lastBegin() {
    return 5;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    DemoGrid grid = dice.pick(xingqiao.grids());
    Spot spot = dice.pick(grid.spots());
    String id = "drain-" + scene.name();
    LocalDate begin = scene.begin();
    String kind = scene.variant() == 1 ? COVER : DRAIN;
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        Sender.RECORDS.tell(
            begin.atTime(2, 30),
            EventType.COMPONENT_REGISTERED,
            id,
            () ->
                Sender.place(
                    Payload.of("category", kind)
                        .put("condition", "good")
                        .put("installedYear", 2003),
                    grid,
                    spot)));
    events.add(inspection(Rhythm.PATROL.moment(begin, dice), id, "clogged", grid));
    if (scene.variant() == 0 || scene.variant() == 3) {
      events.add(inspection(Rhythm.PATROL.moment(begin.plusDays(2), dice), id, "good", grid));
    } else if (scene.variant() == 2 || scene.variant() == 4) {
      // Dredged for a complaint; the register was not told.
      Handling quick = new Handling(1, 0.1, 0, 0, 0, 0, 0);
      Matter matter = new Matter(grid, spot, DRAIN, Channel.APP, quick);
      events.addAll(new PlotCases(xingqiao, 2).of(scene, 17, matter, begin.plusDays(1), dice));
    }
    boolean dredgedUnseen = scene.real() && dice.chance(0.08);
    Tale told = Tale.of(id, scene.real() && !dredgedUnseen, events);
    return new Tale(id, told.real(), events, told.from(), told.from().plusYears(NEVER_YEARS));
  }

  private static PlannedEvent inspection(
      LocalDateTime at, String id, String condition, DemoGrid grid) {
    return Sender.STREET_APP.tell(
        at,
        EventType.COMPONENT_INSPECTED,
        id,
        () -> Payload.of("condition", condition).put("officer", Sender.officer(grid)));
  }
}

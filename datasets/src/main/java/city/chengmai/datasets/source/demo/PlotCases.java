package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes cases of a tale, with lives as those of all others have. Their numbers in a grid and day
 * begin at 100, which no usual day reaches.
 *
 * @param xingqiao the city
 * @param plot 0 to 2, so that no two plots give one number
 */
record PlotCases(Xingqiao xingqiao, int plot) {

  private static final int OF_PLOT = 300;
  private static final int OF_SCENE = 18;

  /** What is told of a case. */
  record Matter(DemoGrid grid, Spot spot, String leaf, Channel channel, Handling handling) {

    static Matter of(DemoGrid grid, Spot spot, String leaf, Channel channel) {
      return new Matter(grid, spot, leaf, channel, Handling.of(grid.traits().quality(), false));
    }
  }

  /** The events of a case of a scene; {@code number} tells it apart there. */
  List<PlannedEvent> of(Plot.Scene scene, int number, Matter matter, LocalDate day, Dice dice) {
    DemoCategory category = xingqiao.categories().leaf(matter.leaf());
    LocalDateTime at = category.hours().moment(day, dice);
    int own = 100 + plot * OF_PLOT + (scene.number() * OF_SCENE + number) % OF_PLOT;
    String date = Sender.date(day);
    CaseDraft draft =
        new CaseDraft(
            String.format(Locale.ROOT, "C%s-%s-%03d", date, matter.grid().id().substring(3), own),
            matter.grid(),
            category,
            matter.channel(),
            Level.SIMPLE,
            matter.spot(),
            at,
            "",
            Optional.empty(),
            dice.seed());
    Dice life = Dice.of(draft.textSeed(), "life");
    return CaseLife.of(draft, matter.handling(), xingqiao, life).steps();
  }
}

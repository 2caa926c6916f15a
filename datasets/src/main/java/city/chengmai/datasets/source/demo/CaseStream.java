package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The cases (案件) that come up on a day, each with its whole life. */
final class CaseStream {

  private final Xingqiao xingqiao;
  private final CaseArrivals arrivals;

  CaseStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.arrivals = new CaseArrivals(xingqiao);
  }

  List<CaseStory> on(LocalDate day) {
    List<Incident> collapses =
        xingqiao.incidents().on(day).stream()
            .filter(incident -> incident.kind() == IncidentKind.HANDLING_COLLAPSE)
            .toList();
    List<CaseStory> stories = new ArrayList<>();
    for (CaseDraft draft : arrivals.on(day)) {
      boolean collapsed = collapses.stream().anyMatch(incident -> incident.isIn(draft.grid()));
      Handling handling = Handling.of(draft.grid().traits().quality(), collapsed);
      Dice dice = Dice.of(draft.textSeed(), "life");
      stories.add(CaseLife.of(draft, handling, xingqiao, dice));
    }
    return stories;
  }
}

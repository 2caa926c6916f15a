package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.query.BulletinQueries.ValueRow;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.MeasureQueries;
import city.chengmai.dashboard.query.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the figures of a bulletin from the store. The same data give the same figures, whenever it
 * is asked. Blocking and thread-safe.
 */
public final class ContentMaker {

  /**
   * Figures with the time that they are good up to.
   *
   * @param dataAsOf the end of the period when the store has no later word
   */
  public record Made(Content content, Instant dataAsOf) {}

  private final BulletinQueries queries;
  private final AlertQueries alerts;
  private final CaseQueries cases;
  private final MeasureQueries measures;

  /** Figures from this store. */
  public ContentMaker(Store store) {
    this.queries = new BulletinQueries(store);
    this.alerts = new AlertQueries(store);
    this.cases = new CaseQueries(store);
    this.measures = new MeasureQueries(store);
  }

  /** The figures of a period that is over. */
  public Made make(Period period, CityModel city) {
    Making making =
        new Making(period, city.facts().zone(), city.facts().firstDay(), new Naming(city), queries);
    List<ValueRow> values =
        queries.values(
            making.naming().root().orElse(""),
            period.kind().grain(),
            Stream.concat(Stream.of(period), making.before().stream()).map(Period::first).toList());
    GridSections grids = new GridSections(making);
    Content content =
        new Content(
            period.kind() == BulletinKind.TALK
                ? talk(making, values, grids)
                : sections(making, values, grids));
    Instant asOf =
        values.stream()
            .filter(row -> row.day().equals(period.first()))
            .map(ValueRow::dataAsOf)
            .max(Comparator.naturalOrder())
            .or(grids::dataAsOf)
            .orElse(making.until());
    return new Made(content, asOf);
  }

  private List<Section> talk(Making making, List<ValueRow> values, GridSections grids) {
    TalkSections talk = new TalkSections(making);
    AlertSections told = new AlertSections(making, alerts);
    LimitSections limits = new LimitSections(making);
    long unlocated = queries.counts(making.from(), making.until()).unlocated();
    return List.of(
        new KeyFigures(making).figures(values),
        grids.improved(),
        talk.worst(values),
        grids.worsened(),
        talk.reopened(),
        new WorkSections(making).overdue(cases),
        talk.suggestions(),
        talk.promises(measures),
        limits.restated(),
        limits.gaps(values, grids.scores(), told.silentFeeds(), unlocated));
  }

  private List<Section> sections(Making making, List<ValueRow> values, GridSections grids) {
    KeyFigures figures = new KeyFigures(making);
    WorkSections work = new WorkSections(making);
    AlertSections told = new AlertSections(making, alerts);
    LimitSections limits = new LimitSections(making);
    long unlocated = queries.counts(making.from(), making.until()).unlocated();
    List<Section> sections = new ArrayList<>();
    sections.add(figures.figures(values));
    if (making.daily()) {
      sections.add(work.patrol());
    }
    sections.add(figures.course());
    if (!making.daily()) {
      sections.add(grids.improved());
      sections.add(grids.worsened());
      sections.add(grids.ranking());
    }
    sections.add(told.unusual());
    sections.add(told.open());
    sections.add(told.gravest());
    sections.add(work.handling());
    sections.add(work.overdue(cases));
    if (!making.daily()) {
      sections.add(work.patrol());
    }
    sections.add(work.repeats());
    if (!making.daily()) {
      sections.add(work.projects(measures));
      sections.add(limits.restated());
    }
    sections.add(limits.gaps(values, grids.scores(), told.silentFeeds(), unlocated));
    return sections;
  }
}

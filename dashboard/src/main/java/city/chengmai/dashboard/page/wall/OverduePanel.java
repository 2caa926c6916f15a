package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The cases that are overdue longest. */
final class OverduePanel implements WallPanel<OverduePanel.Data> {

  /**
   * What the list shows.
   *
   * @param minute the moment that durations are counted to
   */
  record Data(List<OpenCaseRow> cases, Instant minute) {}

  /** A line of the list. */
  public record Line(String place, String category, String unit, String overdue) {}

  private final CaseQueries cases;
  private final int shown;

  OverduePanel(CaseQueries cases, int shown) {
    this.cases = cases;
    this.shown = shown;
  }

  @Override
  public String id() {
    return "overdue";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    List<OpenCaseRow> rows = cases.open("", moment.now(), true, shown);
    return new Data(
        rows, rows.isEmpty() ? Instant.EPOCH : moment.now().truncatedTo(ChronoUnit.MINUTES));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Language language = figures.messages().language();
    List<Line> lines =
        data.cases().stream()
            .map(
                row ->
                    new Line(
                        city.areaName(row.grid(), language),
                        city.categoryName(row.category(), language),
                        row.unit().isEmpty() ? Figures.NONE : row.unit(),
                        figures.duration(Duration.between(row.dueAt(), data.minute()))))
            .toList();
    return Map.of("lines", lines);
  }
}

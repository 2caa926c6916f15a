package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.BulletinKind;
import city.chengmai.dashboard.bulletin.Content.Difference;
import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.bulletin.Period;
import city.chengmai.dashboard.bulletin.Section;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.BulletinQueries.StepRow;
import city.chengmai.dashboard.report.ChartPaper.Medium;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An edition as people read it, the same on the page and on paper. */
final class BulletinView {

  /** A figure that changed since the bulletin was published. */
  public record ChangeLine(String section, String line, String column, String before, String now) {}

  /** A step in the history. */
  public record StepLine(int edition, String at, String actor, String state, boolean holds) {}

  private final Edition edition;
  private final Figures figures;
  private final Messages messages;
  private final BulletinCharts charts;

  BulletinView(Edition edition, Figures figures, Medium medium) {
    this.edition = edition;
    this.figures = figures;
    this.messages = figures.messages();
    this.charts = new BulletinCharts(figures, medium);
  }

  /** What both the page and the document show. */
  Map<String, Object> model() {
    Period period = edition.period();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", period.id());
    model.put("kind", period.kind().wireName());
    model.put("title", title(period, messages));
    model.put("period", period(period, figures));
    model.put("window", period.first() + "/" + period.end());
    model.put("compared", period(period.before(), figures));
    model.put("state", messages.text("bulletin.state." + edition.state().wireName()));
    model.put("stateKey", edition.state().wireName());
    model.put("edition", edition.number());
    model.put("published", edition.published());
    model.put("asOf", figures.fullMoment(edition.dataAsOf()));
    model.put("actor", edition.actor());
    model.put("opening", edition.text().opening());
    model.put("sections", edition.content().sections().stream().map(this::section).toList());
    model.put("changes", edition.differences().stream().map(this::change).toList());
    return model;
  }

  /** The sections with the notes that a person may write. */
  List<SectionView> sections() {
    return edition.content().sections().stream().map(this::section).toList();
  }

  private SectionView section(Section section) {
    String note = edition.text().notes().getOrDefault(section.id(), "");
    return SectionView.of(section, note, figures, charts.of(section));
  }

  private ChangeLine change(Difference one) {
    return new ChangeLine(
        messages.text("bulletin." + one.section() + ".title"),
        CellView.of(one.line(), figures).text(),
        messages.text("bulletin.column." + one.column()),
        whole(CellView.of(one.before(), figures)),
        whole(CellView.of(one.now(), figures)));
  }

  private static String whole(CellView cell) {
    return cell.detail().isEmpty() ? cell.text() : cell.text() + " (" + cell.detail() + ")";
  }

  static StepLine step(StepRow row, Figures figures) {
    Messages messages = figures.messages();
    return new StepLine(
        row.edition(),
        figures.fullMoment(row.madeAt()),
        actor(row.actor(), messages),
        messages.text("bulletin.state." + row.state()),
        row.holds() == 1);
  }

  static String actor(String actor, Messages messages) {
    return Optional.of(actor)
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> messages.text("bulletin.machine"));
  }

  static String title(Period period, Messages messages) {
    return messages.text("bulletin.kind." + period.kind().wireName());
  }

  /** The days, for people: one day, or the first and the last. */
  static String period(Period period, Figures figures) {
    return period.kind() == BulletinKind.DAY
        ? figures.day(period.first())
        : figures
            .messages()
            .text("bulletin.days", figures.day(period.first()), figures.day(period.last()));
  }
}

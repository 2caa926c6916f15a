package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.review.PartReason;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.PartState;
import java.util.List;

/** Words how parts are. */
final class PartLines {

  /**
   * A part.
   *
   * @param detail the part's own sentence, in English; may be empty
   * @param behind records that wait; a dash where none can
   */
  public record Line(
      String name,
      boolean good,
      String state,
      String since,
      String behind,
      String reason,
      String detail) {}

  private final Figures figures;

  PartLines(Figures figures) {
    this.figures = figures;
  }

  /** The parts as the dashboard sees them. */
  List<Line> own(List<PartState> parts) {
    return parts.stream().map(part -> line("part.", part)).toList();
  }

  /** The parts of a service as it says itself. */
  List<Line> of(String service, List<PartState> parts) {
    return parts.stream().map(part -> line(service + ".part.", part)).toList();
  }

  private Line line(String names, PartState part) {
    Messages messages = figures.messages();
    PartReason reason = PartReason.of(part.health());
    Long behind = part.figures().get("behind");
    String state = HealthDocument.word(part.health().state());
    return new Line(
        messages.textOr(names + part.part(), part.part()),
        part.health().state() == State.UP,
        messages.textOr("ingest.state." + state, state),
        figures.fullMoment(part.since()),
        behind == null ? Figures.NONE : figures.count(behind),
        reason.words(figures),
        reason.smallPrint(figures));
  }
}

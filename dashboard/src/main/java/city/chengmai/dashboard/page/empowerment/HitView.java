package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.EmpowermentQueries.ActionRow;
import city.chengmai.dashboard.query.EmpowermentQueries.HitRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hit as it is shown.
 *
 * @param score empty when its model gives none
 * @param standing word for where it stands
 * @param standingKey the same for programs: open, handed, confirmed, rejected, adopted, declined
 * @param steps what may be done now
 * @param formId id of the next deed
 */
public record HitView(
    String id,
    String subject,
    String subjectKind,
    String area,
    String areaId,
    String days,
    boolean standsNow,
    String score,
    String sentence,
    List<Evidence> evidence,
    String more,
    String standing,
    String standingKey,
    List<Step> steps,
    String formId,
    List<Line> history) {

  /** A row behind it, with its address when it has a page. */
  public record Evidence(String id, String address) {}

  /** Something that may be done. */
  public record Step(String key, String name) {}

  /** Something that was done. */
  public record Line(String at, String actor, String what, String note) {}

  private static final int HASH_SHOWN = 10;

  static HitView of(HitRow row, List<ActionRow> all, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    List<ActionRow> deeds = all.stream().filter(deed -> deed.hitId().equals(row.hitId())).toList();
    Optional<HitStep> verdict = HitJournal.verdict(deeds);
    String standing = standing(deeds, verdict);
    return new HitView(
        row.hitId(),
        subject(row),
        messages.text("models.kind." + row.subjectKind()),
        city.areaName(row.areaId(), messages.language()),
        row.areaId(),
        row.firstDay().equals(row.lastDay())
            ? figures.day(row.firstDay())
            : figures.day(row.firstDay()) + " – " + figures.day(row.lastDay()),
        row.endedDay() == null,
        row.score() == 0 ? "" : figures.number(row.score(), 2),
        HitSentence.of(row.modelId(), row.details(), city, messages),
        row.evidence().stream().map(HitView::evidence).toList(),
        row.evidenceTotal() > row.evidence().size() ? "…" : "",
        messages.text("models.standing." + standing),
        standing,
        HitStep.allowed(verdict).stream()
            .map(step -> new Step(step.wireName(), messages.text("models.do." + step.wireName())))
            .toList(),
        UUID.randomUUID().toString(),
        deeds.stream().map(deed -> line(deed, figures)).toList());
  }

  private static String standing(List<ActionRow> deeds, Optional<HitStep> verdict) {
    if (verdict.equals(Optional.of(HitStep.REJECT))) {
      return "rejected";
    }
    if (verdict.isPresent()) {
      return deeds.stream()
          .map(ActionRow::action)
          .filter(action -> action.equals("adopt") || action.equals("decline"))
          .findFirst()
          .map(action -> action.equals("adopt") ? "adopted" : "declined")
          .orElse("confirmed");
    }
    boolean handed = deeds.stream().anyMatch(deed -> deed.action().equals("hand-over"));
    return handed ? "handed" : "open";
  }

  /** An officer finds a place by its address. */
  private static String subject(HitRow row) {
    String address = row.details().getOrDefault("address", "");
    if (!address.isEmpty()) {
      return address + " (" + row.subject() + ")";
    }
    boolean hash = row.subjectKind().equals("caller") && row.subject().length() > HASH_SHOWN;
    return hash ? row.subject().substring(0, HASH_SHOWN) + "…" : row.subject();
  }

  /** Cases and enterprises have pages. */
  static Evidence evidence(String id) {
    if (id.matches("C[0-9].*")) {
      return new Evidence(id, "/case/" + PathSegment.of(id));
    }
    return id.matches("enterprise-[0-9]+|enterprise-new-[0-9-]+")
        ? new Evidence(id, "/files/enterprises/" + PathSegment.of(id))
        : new Evidence(id, "");
  }

  private static Line line(ActionRow deed, Figures figures) {
    String what = figures.messages().text("models.done." + deed.action());
    return new Line(
        figures.fullMoment(deed.actedAt()),
        deed.actor(),
        deed.department().isEmpty() ? what : what + " → " + deed.department(),
        deed.comment());
  }
}

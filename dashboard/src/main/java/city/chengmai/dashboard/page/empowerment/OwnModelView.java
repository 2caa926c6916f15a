package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.datasets.empowerment.ModelDefinition;
import city.chengmai.datasets.empowerment.ModelFinding;
import city.chengmai.datasets.empowerment.ModelStep;
import city.chengmai.datasets.empowerment.ModelStep.Kind;
import city.chengmai.datasets.empowerment.StoredModel;
import city.chengmai.datasets.empowerment.StoredModel.State;
import city.chengmai.datasets.empowerment.StoredModel.Version;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A model that an analyst wrote as it is shown. */
final class OwnModelView {

  /**
   * A model in the list.
   *
   * @param state of the version that was written down last
   * @param active version that is asked; empty when none is
   */
  public record Line(
      String id,
      String name,
      String version,
      String state,
      String stateKey,
      String active,
      String author,
      String reviewer) {}

  /**
   * A version.
   *
   * @param steps what may be done now
   */
  public record Shown(
      String number,
      String name,
      String state,
      String stateKey,
      String author,
      String reviewer,
      String limits,
      List<String> inputs,
      String statement,
      List<Act> steps) {}

  /**
   * Something that may be done.
   *
   * @param why whether a reason is needed
   */
  public record Act(String key, String name, boolean why, String formId) {}

  /** Something that was done. */
  public record Done(String at, String who, String what, String note) {}

  /** A hit that a dry run shows. */
  public record Hit(
      String object, String area, String sentence, String score, List<HitView.Evidence> evidence) {}

  private OwnModelView() {}

  static Line line(StoredModel model, Messages messages) {
    Version latest = model.latest();
    return new Line(
        model.id(),
        LocalText.of(latest.definition().name(), messages.language()),
        String.valueOf(latest.number()),
        state(latest.state(), messages),
        key(latest.state()),
        model.active().map(one -> String.valueOf(one.number())).orElse(Figures.NONE),
        latest.proposal().actor(),
        latest.reviewer().isEmpty() ? Figures.NONE : latest.reviewer());
  }

  static Shown shown(Version version, Messages messages) {
    ModelDefinition definition = version.definition();
    return new Shown(
        String.valueOf(version.number()),
        LocalText.of(definition.name(), messages.language()),
        state(version.state(), messages),
        key(version.state()),
        version.proposal().actor(),
        version.reviewer().isEmpty() ? Figures.NONE : version.reviewer(),
        messages.text(
            "ownmodels.limits",
            messages.text(
                "models.schedule." + definition.schedule().name().toLowerCase(Locale.ROOT)),
            definition.quietDays(),
            definition.seconds(),
            definition.mostHits()),
        version.proposal().inputs(),
        definition.statement(),
        StoredModel.allowed(version.state()).stream().map(kind -> act(kind, messages)).toList());
  }

  private static Act act(Kind kind, Messages messages) {
    return new Act(
        kind.wireName(),
        messages.text("ownmodels.do." + kind.wireName()),
        kind == Kind.REJECT || kind == Kind.RETIRE,
        UUID.randomUUID().toString());
  }

  static Done done(ModelStep step, Figures figures) {
    return new Done(
        figures.fullMoment(step.actedAt()),
        step.actor(),
        figures
            .messages()
            .text("ownmodels.done." + step.kind().wireName(), String.valueOf(step.modelVersion())),
        step.comment());
  }

  static Hit hit(ModelFinding finding, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    return new Hit(
        finding.subject(),
        city.areaName(finding.area(), messages.language()),
        HitSentence.of("", finding.details(), city, messages),
        finding.score() == 0 ? "" : figures.number(finding.score(), 2),
        finding.evidence().stream().map(HitView::evidence).toList());
  }

  static String state(State state, Messages messages) {
    return messages.text("ownmodels.state." + key(state));
  }

  private static String key(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Words of the form's lists. */
  public record Choice(String key, String name) {}

  static Map<String, List<Choice>> choices(CityModel city, Messages messages) {
    return Map.of(
        "departments",
        ModelLibrary.departments(city).stream()
            .map(id -> new Choice(id, city.feedName(id, messages.language())))
            .toList(),
        "kinds",
        ModelDefinition.SUBJECT_KINDS.stream()
            .map(kind -> new Choice(kind, messages.text("models.kind." + kind)))
            .toList(),
        "schedules",
        List.of(
            new Choice("DAILY", messages.text("models.schedule.daily")),
            new Choice("WEEKLY", messages.text("models.schedule.weekly"))));
  }
}

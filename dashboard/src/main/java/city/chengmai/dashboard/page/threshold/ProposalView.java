package city.chengmai.dashboard.page.threshold;

import city.chengmai.dashboard.alert.DecisionKind;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.ThresholdQueries.DecisionRow;
import city.chengmai.dashboard.query.ThresholdQueries.ProposalRow;
import city.chengmai.datasets.rule.AlertRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal as it is shown.
 *
 * @param proposedPlain the value as a form takes it
 * @param state word of the last decision
 * @param stateKey name of the last decision; open when there is none
 * @param forms decisions that may be made now
 */
public record ProposalView(
    String id,
    String rule,
    String parameter,
    String area,
    String month,
    String current,
    String proposed,
    String proposedPlain,
    String lowest,
    String highest,
    String lowestPlain,
    String highestPlain,
    String alerts,
    String confirmed,
    String refuted,
    List<String> evidence,
    String state,
    String stateKey,
    List<Form> forms) {

  /** A decision to be made. */
  public record Form(String decision, String name, String id, boolean value) {}

  private static final AlertRules RULES = AlertRules.bundled();

  static ProposalView of(
      ProposalRow row, List<DecisionRow> decisions, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    Optional<DecisionKind> last =
        decisions.stream()
            .filter(one -> one.proposalId().equals(row.proposalId()))
            .findFirst()
            .flatMap(one -> DecisionKind.of(one.decision()));
    String state = last.map(DecisionKind::wireName).orElse("open");
    return new ProposalView(
        row.proposalId(),
        rule(row.rule(), messages),
        messages.textOr("rule.parameter." + row.parameter(), row.parameter()),
        row.areaId().isEmpty()
            ? messages.text("effect.all-areas")
            : city.areaName(row.areaId(), messages.language()),
        row.month().toString().substring(0, 7),
        figures.amount(row.currentValue()),
        figures.amount(row.proposedValue()),
        plain(row.proposedValue()),
        figures.amount(row.lowestValue()),
        figures.amount(row.highestValue()),
        plain(row.lowestValue()),
        plain(row.highestValue()),
        change(row.alertsNow(), row.alertsThen(), figures),
        change(row.trueNow(), row.trueThen(), figures),
        change(row.falseNow(), row.falseThen(), figures),
        row.evidence(),
        messages.text("thresholds.state." + state),
        state,
        DecisionKind.allowedAfter(last).stream().map(kind -> form(kind, messages)).toList());
  }

  static String rule(String id, Messages messages) {
    return RULES
        .find(id)
        .map(rule -> id + " " + LocalText.of(rule.name(), messages.language()))
        .orElse(id);
  }

  private static String change(long now, long then, Figures figures) {
    return figures.count(now)
        + " → "
        + figures.count(then)
        + " ("
        + figures.signed((double) (then - now), 0)
        + ")";
  }

  private static Form form(DecisionKind kind, Messages messages) {
    return new Form(
        kind.wireName(),
        messages.text("thresholds.do." + kind.wireName()),
        UUID.randomUUID().toString(),
        kind == DecisionKind.APPROVE);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}

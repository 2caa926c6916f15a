package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Moment;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.Search;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Unusual volumes of the period, and the alert groups that stood open at its end. */
final class AlertSections {

  /** Rules that judge amounts: volumes, clusters, readings, slower handling. */
  private static final Set<String> UNUSUAL = Set.of("A02", "A03", "A03-scan", "A16", "A17");

  private static final String OVERDUE = "A01";
  private static final int MOST = 5_000;
  private static final int SHOWN = 15;
  private static final List<String> SEVERITIES = List.of("alarm", "warning", "notice");

  private final Making making;
  private final List<AlertRow> all;

  AlertSections(Making making, AlertQueries alerts) {
    this.making = making;
    this.all = alerts.search(making.until(), new Search("all", "", "", "", "", List.of()), MOST, 0);
  }

  /** What was unusual in the period, the most serious first. */
  Section unusual() {
    List<Line> lines =
        all.stream()
            .filter(alert -> UNUSUAL.contains(alert.rule()))
            .filter(
                alert ->
                    alert.periodEnd().isAfter(making.from())
                        && !alert.periodStart().isAfter(making.until()))
            .sorted(order())
            .map(
                alert ->
                    Line.of(
                        alert.alertKey(),
                        making.naming().alert(alert),
                        severity(alert),
                        new Amount(alert.observed(), 1, "amount"),
                        amount(alert.expected()),
                        standing(alert)))
            .toList();
    return Section.first(
        SHOWN, "unusual", List.of("alert", "severity", "observed", "expected", "standing"), lines);
  }

  private static Cell amount(Double value) {
    return value == null ? Cell.NOTHING : new Amount(value, 1, "amount");
  }

  /** How many alerts stood open at the end, by rule. */
  Section open() {
    Map<String, List<AlertRow>> byRule =
        standing()
            .collect(Collectors.groupingBy(AlertRow::rule, TreeMap::new, Collectors.toList()));
    List<Line> lines =
        byRule.values().stream()
            .map(
                alerts ->
                    Line.of(
                        alerts.get(0).rule(),
                        making.naming().rule(alerts.get(0)),
                        Amount.count(alerts.size()),
                        count(alerts, "alarm"),
                        count(alerts, "warning"),
                        count(alerts, "notice")))
            .toList();
    return Section.of("open-alerts", List.of("rule", "open", "alarm", "warning", "notice"), lines);
  }

  /** The gravest open alerts but overdue cases, which have a table of their own. */
  Section gravest() {
    List<Line> lines =
        standing()
            .filter(alert -> !alert.rule().equals(OVERDUE) && !UNUSUAL.contains(alert.rule()))
            .sorted(order())
            .map(
                alert ->
                    Line.of(
                        alert.alertKey(),
                        making.naming().alert(alert),
                        severity(alert),
                        new Moment(alert.since()),
                        standing(alert)))
            .toList();
    return Section.first(
        SHOWN, "gravest", List.of("alert", "severity", "since", "standing"), lines);
  }

  /** Feeds that were silent at the end. */
  List<AlertRow> silentFeeds() {
    return standing().filter(alert -> alert.rule().equals("A08")).toList();
  }

  private java.util.stream.Stream<AlertRow> standing() {
    return all.stream()
        .filter(alert -> alert.state().equals("open"))
        .filter(alert -> !Set.of("snoozed", "resolved", "false-alarm").contains(alert.standing()));
  }

  private static Amount count(List<AlertRow> alerts, String severity) {
    return Amount.count(alerts.stream().filter(one -> one.severity().equals(severity)).count());
  }

  private static Comparator<AlertRow> order() {
    return Comparator.<AlertRow>comparingInt(alert -> SEVERITIES.indexOf(alert.severity()))
        .thenComparing(Comparator.comparing(AlertRow::since).reversed())
        .thenComparing(AlertRow::alertKey);
  }

  private static Cell severity(AlertRow alert) {
    return Naming.messageOr("severity." + alert.severity(), alert.severity());
  }

  private static Cell standing(AlertRow alert) {
    return alert.state().equals("open")
        ? Naming.messageOr("standing." + alert.standing(), alert.standing())
        : Naming.message("alert.cleared");
  }
}

package city.chengmai.dashboard.local;

import city.chengmai.dashboard.query.SummaryQueries.AlertRow;
import city.chengmai.dashboard.query.SummaryQueries.CasesRow;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A summary as aligned text for a console. */
final class SummaryText {

  private static final int LABEL = 30;
  private static final int FIGURE = 12;

  private final List<String> lines = new ArrayList<>();

  private SummaryText() {}

  static String of(Summary summary) {
    SummaryText text = new SummaryText();
    text.lines.add("Summary of " + summary.city());
    text.cases(summary);
    text.computed(summary);
    text.alerts(summary.alerts());
    return String.join(System.lineSeparator(), text.lines);
  }

  private void cases(Summary summary) {
    CasesRow cases = summary.cases();
    figure("requests read", summary.requestsRead());
    figure("cases in ClickHouse", cases.cases());
    figure("  closed", cases.closed());
    figure("  open", cases.open());
    if (cases.cancelled() > 0) {
      figure("  cancelled", cases.cancelled());
    }
    figure("  with due time", cases.due());
    figure("    closed by it", cases.closedByDue());
    figure("lost", summary.lost());
    figure("dead letters", summary.deadLetters().stream().mapToLong(d -> d.letters()).sum());
    summary.deadLetters().forEach(row -> figure("  " + row.reason(), row.letters()));
  }

  private void computed(Summary summary) {
    figure("grids with a grade", summary.grids().graded());
    figure("  of grids", summary.grids().grids());
    boolean computed = summary.grids().portraits() > 0;
    text("data as of", computed ? summary.grids().dataAsOf().toString() : "nothing computed");
    text("time taken", summary.taken().truncatedTo(ChronoUnit.SECONDS).toSeconds() + " s");
  }

  private void alerts(List<AlertRow> alerts) {
    lines.add("strongest alerts");
    if (alerts.isEmpty()) {
      lines.add("  none");
      return;
    }
    int area = width("area", alerts.stream().map(AlertRow::area).toList());
    int category = width("category", alerts.stream().map(AlertRow::category).toList());
    String form = "  %-10s  %-" + area + "s  %-" + category + "s  %10s  %10s";
    add(form, "date", "area", "category", "observed", "expected");
    for (AlertRow alert : alerts) {
      add(
          form,
          alert.day(),
          alert.area(),
          alert.category(),
          String.format(Locale.ROOT, "%,.0f", alert.observed()),
          alert.expected() == null ? "" : String.format(Locale.ROOT, "%,.1f", alert.expected()));
    }
  }

  private static int width(String heading, List<String> texts) {
    return texts.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
  }

  private void figure(String label, long value) {
    text(label, String.format(Locale.ROOT, "%,d", value));
  }

  private void text(String label, String value) {
    add("%-" + LABEL + "s%" + FIGURE + "s", label, value);
  }

  private void add(String form, Object... values) {
    Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = Objects.toString(values[i], "");
    }
    lines.add(String.format(Locale.ROOT, form, shown).stripTrailing());
  }
}

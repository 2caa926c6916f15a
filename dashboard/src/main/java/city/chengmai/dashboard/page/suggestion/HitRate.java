package city.chengmai.dashboard.page.suggestion;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.SuggestionQueries.DecisionRow;
import city.chengmai.dashboard.query.SuggestionQueries.SuggestedRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often suggestions of one kind were taken up, and how often what they promised came: of those
 * measured four weeks after they were accepted, the share whose effect lies in the interval that
 * was expected, or beyond it on the good side.
 */
public record HitRate(
    String kind,
    String name,
    String open,
    String accepted,
    String rejected,
    String measured,
    String rate) {

  static HitRate of(
      String kind, List<SuggestedRow> measures, List<DecisionRow> decisions, Figures figures) {
    List<SuggestedRow> own = measures.stream().filter(row -> row.kind().equals(kind)).toList();
    Set<String> accepted = ids(decisions, "accept");
    Set<String> rejected = ids(decisions, "reject");
    List<SuggestedRow> measured = own.stream().filter(row -> row.measuredOn() != null).toList();
    long kept = measured.stream().filter(HitRate::keptItsWord).count();
    return new HitRate(
        kind,
        figures.messages().text("suggestions.kind." + kind),
        figures.count(
            own.stream()
                .filter(row -> row.endedDay() == null)
                .filter(row -> !accepted.contains(row.measureId()))
                .filter(row -> !rejected.contains(row.measureId()))
                .count()),
        figures.count(own.stream().filter(row -> accepted.contains(row.measureId())).count()),
        figures.count(own.stream().filter(row -> rejected.contains(row.measureId())).count()),
        figures.count(measured.size()),
        measured.isEmpty()
            ? Figures.NONE
            : figures.percent((double) kept / measured.size())
                + " ("
                + kept
                + " / "
                + measured.size()
                + ")");
  }

  private static Set<String> ids(List<DecisionRow> decisions, String decision) {
    return decisions.stream()
        .filter(row -> row.decision().equals(decision))
        .map(DecisionRow::measureId)
        .collect(Collectors.toSet());
  }

  /** Fewer cases where fewer were promised, as many finds where finds were, and not none. */
  public static boolean keptItsWord(SuggestedRow row) {
    boolean fewer = row.kind().equals("extra-patrol") || row.kind().equals("class-fix");
    return fewer
        ? row.effect() < 0 && row.effect() <= Math.min(0, row.expectedUpper())
        : row.effect() > 0 && row.effect() >= row.expectedLower();
  }
}

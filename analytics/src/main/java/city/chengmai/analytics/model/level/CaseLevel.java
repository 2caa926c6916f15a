package city.chengmai.analytics.model.level;

import city.chengmai.datasets.conference.LevelRules;
import city.chengmai.datasets.conference.LevelRules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The level of a case (三级分类) and what it goes across (三跨). The level that was told is the least;
 * rules lift it and never lower it. A case goes across departments when another unit than the first
 * has had it, across areas when the same trouble stands in another grid, and across levels when it
 * turned out two levels above what was told: whoever got it could not handle it.
 *
 * @param told level as it was told; simple when nothing was
 * @param level as the rules lift it
 * @param reasons measure and value of each rule that lifts it to its level
 * @param crosses department, area, level
 */
public record CaseLevel(String told, String level, List<String> reasons, List<String> crosses) {

  private static final List<String> LEVELS = LevelRules.LEVELS;

  /**
   * Classifies a case.
   *
   * @param toldLevel empty when nothing was told
   * @param measures by name, all of {@link LevelRules#MEASURES}
   */
  public static CaseLevel of(String toldLevel, Map<String, Double> measures, List<Rule> rules) {
    String told = LEVELS.contains(toldLevel) ? toldLevel : LEVELS.get(0);
    int level = LEVELS.indexOf(told);
    for (Rule rule : rules) {
      level = Math.max(level, lift(rule, measures));
    }
    List<String> reasons = new ArrayList<>();
    for (Rule rule : rules) {
      boolean lifts = level > LEVELS.indexOf(told) && lift(rule, measures) == level;
      if (lifts) {
        reasons.add(rule.measure() + " " + number(measures.get(rule.measure())));
      }
    }
    List<String> crosses = new ArrayList<>();
    if (measures.get("handovers") >= 1) {
      crosses.add("department");
    }
    if (measures.get("grids") >= 1) {
      crosses.add("area");
    }
    if (level - LEVELS.indexOf(told) > 1) {
      crosses.add("level");
    }
    return new CaseLevel(told, LEVELS.get(level), List.copyOf(reasons), List.copyOf(crosses));
  }

  private static int lift(Rule rule, Map<String, Double> measures) {
    boolean holds = measures.get(rule.measure()) >= rule.atLeast();
    return holds ? LEVELS.indexOf(rule.level()) : 0;
  }

  private static String number(double value) {
    double rounded = Math.rint(10 * value) / 10;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }

  /** The conference that an open case is for; empty when it needs none. */
  public String meeting() {
    if (crosses.contains("department")) {
      return "departments";
    }
    if (crosses.contains("area")) {
      return "areas";
    }
    return level.equals(LEVELS.get(LEVELS.size() - 1)) ? "levels" : "";
  }
}

package city.chengmai.datasets.conference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * When a case is lifted to another of the three levels (三级分类), and what the joint conferences
 * (联席会议) are told of.
 *
 * @param version from 1, carried by every row
 * @param days of cases that are classified
 * @param rules each lifts a case to a level
 * @param across when cases on two sides of a border are one trouble
 * @param waitingDays after which an item waits too long
 */
public record LevelRules(int version, int days, List<Rule> rules, Across across, int waitingDays) {

  /** The levels, the lowest first: simple (简单), comprehensive (综合), difficult (疑难). */
  public static final List<String> LEVELS = List.of("simple", "comprehensive", "difficult");

  /** What rules may ask about. */
  public static final List<String> MEASURES =
      List.of("handovers", "returns", "reopenings", "limit-share", "grids");

  /** Checks the rules. */
  public LevelRules {
    rules = List.copyOf(rules);
    if (version < 1 || days < 1 || waitingDays < 1 || across == null) {
      throw new IllegalArgumentException(
          "levels.yaml: version %d, days %d and waitingDays %d must be 1 or more, and across be given"
              .formatted(version, days, waitingDays));
    }
  }

  /**
   * A rule.
   *
   * @param measure one of {@link #MEASURES}
   * @param atLeast from this value on
   * @param level that it lifts a case to
   */
  public record Rule(String measure, double atLeast, String level) {

    /** Checks the names. */
    public Rule {
      if (!MEASURES.contains(measure) || !LEVELS.contains(level)) {
        throw new IllegalArgumentException(
            "levels.yaml: a rule lifts by \"%s\" to \"%s\", expected one of %s and one of %s"
                .formatted(measure, level, MEASURES, LEVELS));
      }
    }
  }

  /**
   * One trouble on two sides of a border.
   *
   * @param metres apart at most
   * @param days apart at most
   */
  public record Across(double metres, int days) {}

  /** The rules shipped with the product. */
  public static LevelRules bundled() {
    try (InputStream in = LevelRules.class.getResourceAsStream("levels.yaml")) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, LevelRules.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading levels.yaml: " + e.getMessage(), e);
    }
  }
}

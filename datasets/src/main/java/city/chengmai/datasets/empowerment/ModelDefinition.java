package city.chengmai.datasets.empowerment;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.empowerment.EmpowermentModel.Schedule;
import java.util.List;
import java.util.Map;

/**
 * A computing model (赋能模型) as an analyst writes it.
 *
 * @param name shown name
 * @param question what it asks, for the reader of a hit
 * @param check what an officer looks for on site
 * @param department id of the feed of the department that owns it and that hits are handed to
 * @param subjectKind what a hit is about, one of {@link #SUBJECT_KINDS}
 * @param schedule when it is asked
 * @param quietDays as many days without being found again make the next one another hit
 * @param seconds longest that a question may take
 * @param mostHits an answer with more rows is refused
 * @param statement its SQL, see {@link ModelSql}
 */
public record ModelDefinition(
    LocalName name,
    LocalName question,
    LocalName check,
    String department,
    String subjectKind,
    Schedule schedule,
    int quietDays,
    int seconds,
    int mostHits,
    String statement) {

  /** What a hit may be about. */
  public static final List<String> SUBJECT_KINDS =
      List.of("record", "enterprise", "component", "site", "caller", "place");

  /** Largest number of days without being found. */
  public static final int MOST_QUIET_DAYS = 90;

  /** Longest that a question may take, in seconds. */
  public static final int MOST_SECONDS = 60;

  /** Largest number of hits of one answer. */
  public static final int MOST_HITS = 1_000;

  /** Characters that a statement may have. */
  public static final int LONGEST_STATEMENT = 20_000;

  /** Checks that nothing is missing and that its limits lie within ours. */
  public ModelDefinition {
    requireNonNull(name, "name");
    requireNonNull(question, "question");
    requireNonNull(check, "check");
    requireNonNull(department, "department");
    requireNonNull(schedule, "schedule");
    if (!SUBJECT_KINDS.contains(subjectKind)) {
      throw new IllegalArgumentException(
          "a hit is about %s, expected one of %s".formatted(subjectKind, SUBJECT_KINDS));
    }
    within("quiet days", quietDays, MOST_QUIET_DAYS);
    within("seconds", seconds, MOST_SECONDS);
    within("most hits", mostHits, MOST_HITS);
    within("characters of its statement", statement.strip().length(), LONGEST_STATEMENT);
  }

  private static void within(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s of a model: %d, expected 1 to %d".formatted(what, value, most));
    }
  }

  /** The same as those that are shipped are described. */
  public EmpowermentModel model(String id, int version, List<String> inputs) {
    return new EmpowermentModel(
        id,
        name,
        question,
        check,
        department,
        inputs,
        version,
        schedule,
        quietDays,
        Map.of(),
        Map.of(),
        Map.of());
  }
}

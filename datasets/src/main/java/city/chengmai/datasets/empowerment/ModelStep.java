package city.chengmai.datasets.empowerment;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.empowerment.EmpowermentModel.Schedule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of {@code model_steps}: what somebody did about a model that an analyst wrote. What is told
 * from names to inputs is told with a proposal only.
 *
 * @param edition number of the step on this model, from 1
 * @param stepId given by whoever acted
 * @param basedOn edition that was before the eyes
 * @param step name of its {@link Kind}
 * @param modelVersion version that it is about
 * @param inputs tables that its statement names
 * @param account empty while sign-in is off
 * @param actor as others see it
 * @param actedAt by the city clock
 * @param holds 0 when another of the same number was a moment earlier
 */
public record ModelStep(
    String modelId,
    int edition,
    String stepId,
    int basedOn,
    String step,
    int modelVersion,
    String nameZh,
    String nameEn,
    String questionZh,
    String questionEn,
    String checkZh,
    String checkEn,
    String department,
    String subjectKind,
    String schedule,
    int quietDays,
    int seconds,
    int mostHits,
    String statement,
    List<String> inputs,
    String account,
    String actor,
    String comment,
    Instant actedAt,
    int holds) {

  /** What may be done about a model. */
  public enum Kind {
    /** A version is written down (提出). */
    PROPOSE,
    /** A second person found it right (复核). */
    APPROVE,
    /** It is not to be asked as it is written (退回). */
    REJECT,
    /** It is asked from now on (启用). */
    ACTIVATE,
    /** It is no longer asked (停用). */
    RETIRE;

    /** The name in tables, forms and message keys. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<Kind> of(String wireName) {
      return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
  }

  /** What was done. */
  public Kind kind() {
    return Kind.of(step)
        .orElseThrow(() -> new IllegalArgumentException("no step of a model: " + step));
  }

  /** Who acted: the account, and where nobody signs in the post that was typed. */
  public String person() {
    return person(account, actor);
  }

  /** The person behind an account, or where nobody signs in behind the post that was typed. */
  public static String person(String account, String actor) {
    return account.isEmpty() ? actor.strip().toLowerCase(Locale.ROOT) : account;
  }

  /** What was proposed. */
  public ModelDefinition definition() {
    return new ModelDefinition(
        new LocalName(nameZh, nameEn),
        new LocalName(questionZh, questionEn),
        new LocalName(checkZh, checkEn),
        department,
        subjectKind,
        Schedule.valueOf(schedule),
        quietDays,
        seconds,
        mostHits,
        statement);
  }
}

package city.chengmai.dashboard.page.empowerment;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.empowerment.EmpowermentModel.Schedule;
import city.chengmai.datasets.empowerment.ModelDefinition;
import city.chengmai.datasets.empowerment.StoredModel.Version;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed into the form of a model.
 *
 * @param fields text by name, without outer blanks
 */
record ModelForm(Map<String, String> fields) {

  /** A statement that can be tried at once. */
  private static final String EXAMPLE =
      """
      -- Enterprises that asked for something three times within 30 days.
      SELECT
          any(a.grid) AS grid,
          a.enterprise_id AS object,
          groupArray(a.appeal_id) AS evidence,
          concat('30天内提出诉求', toString(count()), '件') AS text,
          concat(toString(count()), ' appeals within 30 days') AS text_en
      FROM appeals AS a
      WHERE a.raised_at < {until:DateTime64(3, 'UTC')} AND a.raised_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(30)
      GROUP BY a.enterprise_id
      HAVING count() >= 3
      """;

  private static final String ID = "[a-z][a-z0-9-]{2,39}";
  private static final String STEP_ID = "[0-9a-zA-Z-]{8,64}";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_SENTENCE = 300;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_COMMENT = 1_000;
  private static final List<String> SENTENCES =
      List.of("question_zh", "question_en", "check_zh", "check_en");

  private static final List<String> SHOWN =
      List.of(
          "model_id",
          "name_zh",
          "name_en",
          "question_zh",
          "question_en",
          "check_zh",
          "check_en",
          "department",
          "subject_kind",
          "schedule",
          "quiet_days",
          "seconds",
          "most_hits",
          "statement",
          "comment");

  ModelForm {
    fields = Map.copyOf(fields);
  }

  /** Of the members of a request. */
  static ModelForm of(Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    typed.forEach((name, value) -> fields.put(name, value.replace("\r\n", "\n").strip()));
    // A statement may end in a semicolon, a question may not.
    fields.computeIfPresent("statement", (name, text) -> text.replaceAll("[;\\s]+$", ""));
    return new ModelForm(fields);
  }

  /** To begin with. */
  static ModelForm empty() {
    return new ModelForm(
        Map.of(
            "subject_kind", "enterprise",
            "schedule", "WEEKLY",
            "quiet_days", "14",
            "seconds", "20",
            "most_hits", "200",
            "statement", EXAMPLE));
  }

  /** To go on from a version. */
  static ModelForm of(String model, Version version) {
    ModelDefinition definition = version.definition();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("model_id", model);
    fields.put("name_zh", definition.name().zh());
    fields.put("name_en", definition.name().en());
    fields.put("question_zh", definition.question().zh());
    fields.put("question_en", definition.question().en());
    fields.put("check_zh", definition.check().zh());
    fields.put("check_en", definition.check().en());
    fields.put("department", definition.department());
    fields.put("subject_kind", definition.subjectKind());
    fields.put("schedule", definition.schedule().name());
    fields.put("quiet_days", String.valueOf(definition.quietDays()));
    fields.put("seconds", String.valueOf(definition.seconds()));
    fields.put("most_hits", String.valueOf(definition.mostHits()));
    fields.put("statement", definition.statement());
    return new ModelForm(fields);
  }

  /** The fields that a page shows, each of them, by name. */
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    SHOWN.forEach(name -> shown.put(name, text(name)));
    return shown;
  }

  /** A field; empty when it is missing. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A whole number from 0; -1 when it is none. */
  int number(String name) {
    return text(name).matches("[0-9]{1,9}") ? Integer.parseInt(text(name)) : -1;
  }

  /** Message key of what is wrong with what every step needs; empty when nothing is. */
  String stepProblem() {
    if (number("based_on") < 0 || !text("step_id").matches(STEP_ID)) {
      return "alert.form.broken";
    }
    if (text("actor").isEmpty()) {
      return "alert.form.no-actor";
    }
    boolean tooLong =
        text("actor").length() > LONGEST_POST || text("comment").length() > LONGEST_COMMENT;
    return tooLong ? "alert.form.too-long" : "";
  }

  /**
   * Message key of what is wrong with the model as it is written; empty when nothing is.
   *
   * @param departments ids of the departments of the city
   */
  String definitionProblem(Set<String> departments) {
    if (!text("model_id").matches(ID)) {
      return "ownmodels.form.id";
    }
    if (isNotSaid("name_zh", LONGEST_NAME) || isNotSaid("name_en", LONGEST_NAME)) {
      return "ownmodels.form.name";
    }
    if (SENTENCES.stream().anyMatch(name -> isNotSaid(name, LONGEST_SENTENCE))) {
      return "ownmodels.form.sentences";
    }
    if (!departments.contains(text("department"))) {
      return "ownmodels.form.department";
    }
    boolean known =
        ModelDefinition.SUBJECT_KINDS.contains(text("subject_kind"))
            && Arrays.stream(Schedule.values())
                .anyMatch(one -> one.name().equals(text("schedule")));
    if (!known) {
      return "alert.form.broken";
    }
    if (isOutside("quiet_days", ModelDefinition.MOST_QUIET_DAYS)
        || isOutside("seconds", ModelDefinition.MOST_SECONDS)
        || isOutside("most_hits", ModelDefinition.MOST_HITS)) {
      return "ownmodels.form.limits";
    }
    return isNotSaid("statement", ModelDefinition.LONGEST_STATEMENT)
        ? "ownmodels.form.statement"
        : "";
  }

  private boolean isNotSaid(String name, int longest) {
    return text(name).isEmpty() || text(name).length() > longest;
  }

  private boolean isOutside(String name, int most) {
    return number(name) < 1 || number(name) > most;
  }

  /** What was written, once {@link #definitionProblem} found nothing. */
  ModelDefinition definition() {
    return new ModelDefinition(
        new LocalName(text("name_zh"), text("name_en")),
        new LocalName(text("question_zh"), text("question_en")),
        new LocalName(text("check_zh"), text("check_en")),
        text("department"),
        text("subject_kind"),
        Schedule.valueOf(text("schedule")),
        number("quiet_days"),
        number("seconds"),
        number("most_hits"),
        text("statement"));
  }
}

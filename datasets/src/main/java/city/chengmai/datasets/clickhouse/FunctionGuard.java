package city.chengmai.datasets.clickhouse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Refuses text of a person that reaches outside the database or loosens its limits. The embedded
 * engine guards the table function file() by a grant but lets everybody call the scalar one, on any
 * path, and a SETTINGS clause may change the limits that we set for each query.
 *
 * <p>The server itself parses and formats the text, which arrives there as a value and so cannot
 * bend the check: no comment, quotation or escape is left to hide in. A refused name is refused
 * wherever it stands, since a function may also be passed by name ({@code arrayMap(file, …)},
 * {@code * APPLY file}); a column of such a name has to be renamed.
 */
public final class FunctionGuard {
  private static final Set<String> REFUSED =
      Set.of(
          "file",
          "catboostevaluate",
          "showcertificate",
          "logtrace",
          "addresstoline",
          "addresstolinewithinlines",
          "addresstosymbol",
          "aiclassify",
          "aiembed",
          "aiextract",
          "aigenerate",
          "aitranslate");

  /** Names whose quota a query counts against; the server reads it beside the settings. */
  public static final String QUOTA_KEY = "quota_key";

  /** How a statement begins that asks something. */
  private static final Set<String> QUESTIONS =
      Set.of("SELECT", "WITH", "EXPLAIN", "DESCRIBE", "DESC", "SHOW", "EXISTS");

  private static final int SECONDS = 5;
  private static final int SYNTAX_ERROR = 62;
  private static final String OUR_PART = ": In scope SELECT formatQuery";

  /** What is refused in a statement. */
  public enum Kind {
    /** A function that reads or writes outside the database. */
    FUNCTION,
    /** A setting changed in the text. */
    SETTING,
    /** A statement that asks nothing. */
    STATEMENT
  }

  /**
   * The first thing refused.
   *
   * @param kind function, setting or statement
   * @param name its name, or first word, as the server writes it
   */
  public record Finding(Kind kind, String name) {}

  private FunctionGuard() {}

  /**
   * Looks at one statement without running it.
   *
   * @param client the user who would run it
   * @param statement text of a person
   * @return the first thing refused, empty when it may run
   * @throws StoreException when the server cannot parse it, with the place of the mistake
   */
  public static Optional<Finding> find(ClickHouseClient client, String statement) {
    return find(client, ClickHouseQuery.of(statement));
  }

  /**
   * Looks at a statement with the values of its placeholders, which may be names too; on the quota
   * of whoever the query is for.
   *
   * @throws StoreException when the server cannot parse it, with the place of the mistake
   */
  public static Optional<Finding> find(ClickHouseClient client, ClickHouseQuery query) {
    Optional<String> payer = Optional.ofNullable(query.settings().get(QUOTA_KEY));
    List<String> names = FormattedNames.of(formatted(client, query.sql(), payer));
    return found(names).or(() -> found(names, query.parameters())).or(() -> noQuestion(names));
  }

  /** Whatever else the user may do, such as SET ROLE, is not for a text of a person. */
  private static Optional<Finding> noQuestion(List<String> names) {
    String first = names.isEmpty() ? "" : names.get(0);
    return QUESTIONS.contains(first)
        ? Optional.empty()
        : Optional.of(new Finding(Kind.STATEMENT, first));
  }

  /** A placeholder of type Identifier stands for a name, and so for a function passed by name. */
  private static Optional<Finding> found(List<String> names, Map<String, String> values) {
    if (names.stream().noneMatch("identifier"::equalsIgnoreCase)) {
      return Optional.empty();
    }
    return values.values().stream()
        .flatMap(value -> FormattedNames.of(value).stream())
        .filter(FunctionGuard::isRefused)
        .findFirst()
        .map(name -> new Finding(Kind.FUNCTION, name));
  }

  private static boolean isRefused(String name) {
    return REFUSED.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Optional<Finding> found(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (isRefused(names.get(i))) {
        return Optional.of(new Finding(Kind.FUNCTION, names.get(i)));
      }
      // The server writes its keywords in capitals; a column of this very name is refused too.
      if (names.get(i).equals("SETTINGS")) {
        String name = i + 1 < names.size() ? names.get(i + 1) : "SETTINGS";
        return Optional.of(new Finding(Kind.SETTING, name));
      }
    }
    return Optional.empty();
  }

  /**
   * The words and quoted names of a statement that the server formatted, in order; texts in quotes
   * have no part in it.
   */
  public static List<String> names(String formatted) {
    return FormattedNames.of(formatted);
  }

  /**
   * A statement as the server writes it: on one line and without comments.
   *
   * @throws StoreException when the server cannot parse it, with the place of the mistake
   */
  public static String formatted(ClickHouseClient client, String statement) {
    return formatted(client, statement, Optional.empty());
  }

  private static String formatted(
      ClickHouseClient client, String statement, Optional<String> payer) {
    ClickHouseQuery plain =
        ClickHouseQuery.of("SELECT formatQuerySingleLine(" + literal(statement) + ")")
            .setting("max_execution_time", SECONDS)
            .withId(UUID.randomUUID().toString());
    ClickHouseQuery format = payer.map(key -> plain.setting(QUOTA_KEY, key)).orElse(plain);
    try {
      return client.scalar(format);
    } catch (StoreException unreadable) {
      if (unreadable.clickHouseCode() != SYNTAX_ERROR) {
        throw unreadable;
      }
      throw StoreException.ofClickHouse(SYNTAX_ERROR, withoutOurPart(unreadable.getMessage()));
    }
  }

  /** In the text and not a parameter: the server takes those only up to 128 KiB. */
  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\0", "\\0") + "'";
  }

  /** The place of the mistake is the person's; the query around it is ours. */
  private static String withoutOurPart(String message) {
    int end = message.lastIndexOf(OUR_PART);
    return end < 0 ? message : message.substring(0, end);
  }
}

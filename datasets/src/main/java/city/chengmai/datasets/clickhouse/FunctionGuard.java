package city.chengmai.datasets.clickhouse;

import java.util.List;
import java.util.Locale;
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
  private static final int SECONDS = 5;
  private static final int SYNTAX_ERROR = 62;
  private static final String OUR_PART = ": In scope SELECT formatQuery";

  /** What is refused in a statement. */
  public enum Kind {
    /** A function that reads or writes outside the database. */
    FUNCTION,
    /** A setting changed in the text. */
    SETTING
  }

  /**
   * The first thing refused.
   *
   * @param kind function or setting
   * @param name its name as the server writes it
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
    List<String> names = FormattedNames.of(formatted(client, statement));
    for (int i = 0; i < names.size(); i++) {
      if (REFUSED.contains(names.get(i).toLowerCase(Locale.ROOT))) {
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
    ClickHouseQuery format =
        ClickHouseQuery.of("SELECT formatQuerySingleLine(" + literal(statement) + ")")
            .setting("max_execution_time", SECONDS)
            .withId(UUID.randomUUID().toString());
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

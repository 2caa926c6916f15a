package city.chengmai.datasets.schema;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several servers hold a part of every table each. A table of a migration becomes the part in
 * database {@code DATABASE_local}, with the engine that the migration names, and under its own name
 * a {@code Distributed} table over the parts of all servers, which everybody reads and writes.
 *
 * <p>Rows go to a server by the hash of their whole sorting key: of rows that replace one another
 * all come to the same server, where the engine sees them, and large tables spread evenly.
 *
 * @param cluster name of the cluster in the servers' {@code remote_servers}
 * @param database database of the tables
 */
record ShardedLayout(String cluster, String database) implements TableLayout {
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern CREATE =
      Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)(\\s.*)", Pattern.DOTALL);
  private static final Pattern ENGINE = Pattern.compile("\\nENGINE = \\w*MergeTree");
  private static final Pattern KEY =
      Pattern.compile("\\nORDER BY (?:\\((?<columns>[\\w`, ]+)\\)|(?<column>[\\w`]+))(?=\\s|$)");
  private static final Pattern COMMENT =
      Pattern.compile("\\nCOMMENT ('(?:[^'\\\\]|\\\\.|'')*')\\s*$");
  private static final Pattern ALTER =
      Pattern.compile("ALTER TABLE (\\w+) (\\w+ \\w+)(\\s.*)", Pattern.DOTALL);

  /** Changes of rows and of how they are kept: nothing that the whole has. */
  private static final Pattern OF_PARTS_ALONE =
      Pattern.compile(
          "DELETE WHERE|MODIFY TTL|MODIFY SETTING|REMOVE TTL|ADD INDEX|MATERIALIZE INDEX");

  private static final Pattern OF_COLUMNS =
      Pattern.compile("(?:ADD|COMMENT|MODIFY|DROP|RENAME) COLUMN");

  ShardedLayout {
    for (String name : List.of(cluster, database)) {
      if (!NAME.matcher(name).matches()) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            "cannot make tables of a cluster: the name \""
                + name
                + "\" has other characters than letters, digits and _; choose another in"
                + " clickhouse.cluster or clickhouse.database");
      }
    }
  }

  @Override
  public List<String> databases() {
    return List.of(parts());
  }

  @Override
  public List<String> statements(String statement) {
    Matcher create = CREATE.matcher(statement);
    if (create.matches()) {
      return List.of(
          "CREATE TABLE IF NOT EXISTS " + part(create.group(1)) + create.group(2),
          whole(create.group(1), statement));
    }
    Matcher alter = ALTER.matcher(statement);
    if (alter.matches()) {
      return altered(alter, statement);
    }
    throw unknown(statement);
  }

  @Override
  public List<String> partsView() {
    String servers = parts() + ".server_parts";
    return List.of(
        "CREATE TABLE IF NOT EXISTS "
            + servers
            + " AS system.parts ENGINE = Distributed('"
            + cluster
            + "', 'system', 'parts')",
        TableLayout.partsViewOver("_shard_num", servers, parts()));
  }

  private String parts() {
    return database + "_local";
  }

  private String part(String table) {
    return parts() + "." + table;
  }

  private String whole(String table, String statement) {
    Matcher key = KEY.matcher(statement);
    if (!key.find() || !ENGINE.matcher(statement).find()) {
      throw unknown(statement);
    }
    Matcher comment = COMMENT.matcher(statement);
    return "CREATE TABLE IF NOT EXISTS "
        + table
        + " AS "
        + part(table)
        + " ENGINE = Distributed('"
        + cluster
        + "', '"
        + parts()
        + "', '"
        + table
        + "', cityHash64("
        + (key.group("columns") == null ? key.group("column") : key.group("columns").strip())
        + "))"
        + (comment.find() ? " COMMENT " + comment.group(1) : "");
  }

  private List<String> altered(Matcher alter, String statement) {
    String ofPart = "ALTER TABLE " + part(alter.group(1)) + " " + alter.group(2) + alter.group(3);
    if (OF_COLUMNS.matcher(alter.group(2)).matches()) {
      return List.of(ofPart, statement);
    }
    if (OF_PARTS_ALONE.matcher(alter.group(2)).matches()) {
      return List.of(ofPart);
    }
    throw unknown(statement);
  }

  private static StoreException unknown(String statement) {
    return new StoreException(
        ErrorCategory.BAD_CONFIGURATION,
        "cannot say what this statement of a migration is on several servers: "
            + statement.lines().findFirst().orElse("")
            + "; expected CREATE TABLE IF NOT EXISTS with a MergeTree engine and a sorting key of"
            + " columns, or ALTER TABLE of columns or rows");
  }
}

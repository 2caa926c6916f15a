package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.FunctionGuard;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Statements of a person on a real engine. Each byte of the input is a word, so that most inputs
 * say something. Whatever they say: nothing that the analyst may not read comes back, nothing is
 * written, nobody is called, and what counts as one statement is one.
 */
public final class DeskGuardFuzz implements FuzzTarget, AutoCloseable {

  private static final String SECRET = "cormorant-4711";
  private static final DeskLimits LIMITS = new DeskLimits(100, 1);
  private static final Map<String, String> VALUES =
      Map.of("f", "file", "t", "accounts", "d", "system", "c", "categories", "s", "x' OR 1 --");

  private final Path directory;
  private final EmbeddedClickHouse engine;
  private final ClickHouseClient analyst;
  private final ClickHouseClient administrator;
  private final DeskEngine desk;
  private final ServerSocket outside;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> words;

  /** With an engine of its own, until the process ends. */
  public DeskGuardFuzz() throws IOException {
    directory = Files.createTempDirectory("desk-guard");
    engine = EmbeddedClickHouse.startMigrated(directory.resolve("store"));
    analyst = new ClickHouseClient(engine.analyst());
    administrator = new ClickHouseClient(engine.admin());
    desk = new DeskEngine(analyst, administrator);
    outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(this::listen, "outside");
    listener.setDaemon(true);
    listener.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    Path file = Files.writeString(directory.resolve("secret.txt"), SECRET + "\n");
    administrator.execute(
        "INSERT INTO accounts (account, display_name) VALUES ('a', '" + SECRET + "')");
    administrator.execute(
        "INSERT INTO audit_log (entry_id, detail) VALUES ('a', '" + SECRET + "')");
    administrator.execute(
        "INSERT INTO saved_queries (query_id, statement) VALUES ('a', '" + SECRET + "')");
    words = words(file.toString(), "http://127.0.0.1:" + outside.getLocalPort() + "/a.csv");
  }

  private static List<String> words(String file, String address) {
    return List.of(
        " ",
        " SELECT ",
        " FROM ",
        "*",
        ",",
        "(",
        ")",
        "'" + file + "'",
        "'" + address + "'",
        ";",
        "1",
        "[",
        "]",
        " accounts ",
        " audit_log ",
        " saved_queries ",
        " categories ",
        " system.",
        "users ",
        "query_log ",
        "one ",
        " chengmai_local.",
        " file",
        " url",
        " remote",
        " s3",
        " executable",
        " mysql",
        " postgresql",
        " jdbc",
        " odbc",
        " input",
        " merge",
        " cluster",
        " view",
        " dictionary",
        " mongodb",
        " redis",
        " sqlite",
        " hdfs",
        " azureBlobStorage",
        " iceberg",
        " deltaLake",
        " numbers",
        " generateRandom",
        " values",
        " loop",
        " fuzzQuery",
        " clusterAllReplicas",
        "'127.0.0.1'",
        "'CSV'",
        "'LineAsString'",
        "'a String'",
        "'chengmai'",
        "'.*'",
        "'id'",
        "'x'",
        " UNION ALL ",
        " WITH ",
        " AS x ",
        " x ",
        " EXPLAIN ",
        " DESCRIBE ",
        " SHOW ",
        " EXISTS ",
        " INSERT INTO ",
        " VALUES ",
        " CREATE TABLE ",
        " CREATE TEMPORARY TABLE ",
        " ENGINE = ",
        "Memory ",
        " DROP TABLE ",
        " ALTER TABLE ",
        " DELETE WHERE 1 ",
        " SYSTEM ",
        " KILL QUERY ",
        " SET ",
        " USE ",
        " GRANT ",
        " ATTACH ",
        " OPTIMIZE TABLE ",
        " RENAME ",
        " INTO OUTFILE ",
        " FORMAT ",
        " SETTINGS ",
        " readonly = 0 ",
        " max_execution_time = 300 ",
        " allow_ddl = 1 ",
        " param_f = 'file' ",
        " PARALLEL WITH ",
        " APPLY ",
        " REPLACE ",
        " EXCEPT ",
        " COLUMNS('.*') ",
        " arrayMap",
        " x -> ",
        "{f:Identifier}",
        "{t:Identifier}",
        "{d:Identifier}.",
        "{s:String}",
        " AST ",
        " PIPELINE ",
        " dictGet",
        " joinGet",
        " getSetting",
        " currentUser()",
        " hostName()",
        " catboostEvaluate",
        "--",
        "\n",
        "/*",
        "*/",
        "#!",
        "`",
        "\"",
        "'",
        "\\",
        "$x$",
        "\u0000",
        "\uFF1B",
        "\u00A0",
        "0",
        " LIMIT ",
        " BY ",
        " GROUP ",
        " ORDER ",
        " WHERE ",
        " JOIN ",
        " USING ",
        " PREWHERE ",
        " FINAL ",
        " OFFSET ",
        " INTERSECT ",
        " QUALIFY ",
        " WINDOW ",
        " count()",
        " =",
        "::String",
        ".1");
  }

  @Override
  public List<String> seeds() {
    return List.of(
        said(" SELECT ", "*", " FROM ", " accounts "),
        said(" SELECT ", " file", "(", 7, ")"),
        said(" SELECT ", " arrayMap", "(", "{f:Identifier}", ",", "[", 7, "]", ")"),
        said(" SELECT ", "*", " APPLY ", "{f:Identifier}", " FROM ", "(", " SELECT ", 7, ")"),
        said(" SELECT ", "*", " FROM ", "{t:Identifier}"),
        said(" SELECT ", "*", " FROM ", "{d:Identifier}.", "users "),
        said(" SELECT ", "*", " FROM ", " url", "(", 8, ",", "'CSV'", ",", "'a String'", ")"),
        said(" SELECT ", "*", " FROM ", " s3", "(", 8, ")"),
        said(" SELECT ", "*", " FROM ", " file", "(", 7, ",", "'LineAsString'", ")"),
        said(" SELECT ", "1", " INTO OUTFILE ", 7),
        said(" SELECT ", "1", ";", " SELECT ", "1"),
        said(" SELECT ", "1", " PARALLEL WITH ", " SELECT ", "1"),
        said(" INSERT INTO ", " categories ", " SELECT ", "1"),
        said(" SELECT ", "*", " FROM ", " merge", "(", "'chengmai'", ",", "'.*'", ")"),
        said(" EXPLAIN ", " AST ", " SELECT ", " file", "(", 7, ")"),
        said(" SET ", " readonly = 0 "),
        said(" SELECT ", "1", " SETTINGS ", " max_execution_time = 300 "));
  }

  /** Words by themselves or by number, as the bytes that stand for them. */
  private String said(Object... words) {
    StringBuilder bytes = new StringBuilder();
    for (Object word : words) {
      int index = word instanceof Integer number ? number : this.words.indexOf(word);
      if (index < 0 || index > 127) {
        throw new IllegalArgumentException("no byte of one word says " + word);
      }
      bytes.append((char) index);
    }
    return bytes.toString();
  }

  @Override
  public void take(byte[] input) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < input.length && i < 60; i++) {
      text.append(words.get((input[i] & 0xFF) % words.size()));
    }
    ask(text.toString());
  }

  /** Asks it as the desk would, and looks at what came of it; empty when it ran. */
  Optional<Refusal> ask(String statement) {
    // A quota holds for an hour, a campaign for as long as one likes.
    return askFor("fuzz-" + asked.incrementAndGet() / 1_000, statement);
  }

  /** The same, against this quota. */
  Optional<Refusal> askFor(String payer, String statement) {
    int statements = StatementText.count(statement);
    if (statements != 1) {
      return Optional.of(Refusal.byDesk("several", "" + statements));
    }
    Optional<Refusal> refusal = Optional.empty();
    String seen;
    try {
      DeskStatement question = new DeskStatement(statement, used(statement), payer);
      ResultTable table = desk.run(new DeskRun(question, LIMITS, Instant.EPOCH)).table();
      seen = table.rows().toString() + table.columns();
    } catch (RefusedException refused) {
      refusal = Optional.of(refused.refusal());
      seen = refused.refusal().toString();
    } catch (StoreException refused) {
      refusal = Optional.of(Refusal.from(refused));
      seen = refused.getMessage();
    }
    if (seen.contains(SECRET)) {
      throw new IllegalStateException(statement + " told " + seen);
    }
    if (calls.get() > 0) {
      throw new IllegalStateException(statement + " called an address outside");
    }
    String rows = administrator.scalar("SELECT count() FROM categories");
    if (!rows.equals("0")) {
      throw new IllegalStateException(statement + " left " + rows + " categories");
    }
    return refusal;
  }

  /** A statement in which FILE, ADDRESS and PORT stand for what it must not reach. */
  Optional<Refusal> askWith(String statement) {
    return ask(
        statement
            .replace("FILE", words.get(7))
            .replace("ADDRESS", words.get(8))
            .replace("PORT", String.valueOf(outside.getLocalPort())));
  }

  /** Uses up a quota, past the desk. */
  void use(String payer, String statement, int times) {
    for (int i = 0; i < times; i++) {
      analyst.execute(
          ClickHouseQuery.of(statement)
              .setting("max_result_rows", 5_000_000)
              .setting(FunctionGuard.QUOTA_KEY, payer));
    }
  }

  /** The directory whose files nobody may write. */
  Path directory() {
    return directory;
  }

  private static Map<String, String> used(String statement) {
    Map<String, String> used = new java.util.HashMap<>(VALUES);
    used.keySet().removeIf(name -> !statement.contains("{" + name + ":"));
    return used;
  }

  private void listen() {
    try {
      while (true) {
        Socket call = outside.accept();
        calls.incrementAndGet();
        call.close();
      }
    } catch (IOException closed) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      outside.close();
    } catch (IOException e) {
      throw new IllegalStateException("closing the address outside", e);
    }
    analyst.close();
    administrator.close();
    engine.close();
  }
}

package city.chengmai.dashboard;

import city.chengmai.dashboard.access.Account;
import city.chengmai.dashboard.access.Accounts;
import city.chengmai.dashboard.access.AuditEntry;
import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.AuditLog;
import city.chengmai.dashboard.access.Passwords;
import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.access.SignIn;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.local.LocalStore;
import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Accounts from the command line: how the first one is made. A password comes from a file or from
 * standard input and never from an argument, which others could read in the list of processes.
 */
@Command(
    name = "account",
    description = "Add, list, disable and enable accounts, and set passwords.",
    mixinStandardHelpOptions = true)
final class AccountCommand {

  private static final String BY = "command line";

  @Option(
      names = "--set",
      scope = ScopeType.INHERIT,
      paramLabel = "KEY=VALUE",
      description = "A setting, such as clickhouse.url.")
  private Map<String, String> explicit = new LinkedHashMap<>();

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      description = "Data directory of a local run: its store and passwords.")
  private Path data;

  @Option(
      names = "--port",
      scope = ScopeType.INHERIT,
      defaultValue = "7400",
      description = "With --data: port of the local run's dashboard.")
  private int port;

  @Spec private CommandSpec spec;

  private final InstantSource clock = InstantSource.system();

  @Command(description = "Add an account. Roles: leader, analyst, operator, admin, auditor.")
  int add(
      @Parameters(paramLabel = "NAME") String typed,
      @Option(names = "--role", required = true) String role,
      @Option(names = "--name", defaultValue = "", description = "Person or post.") String shown,
      @Option(names = "--area", defaultValue = "", description = "Area of a leader.") String area,
      @Option(names = "--password-file", description = "Else standard input.") Path file) {
    String name = SignIn.name(typed);
    Role as =
        Role.ofAccount(role)
            .orElseThrow(() -> refusal("no role " + role + "; roles are " + roles()));
    String shownName = shown.isEmpty() ? name : shown;
    require(Account.problem(name, shownName, as, area), name);
    String hash = hash(name, file);
    return with(
        (accounts, now) -> {
          if (accounts.find(name).isPresent()) {
            throw refusal("there is an account " + name + " already");
          }
          requireArea(area);
          accounts.save(new Account(name, shownName, as, area, hash, false, now, BY, now));
          return "added " + name + " as " + role + (area.isEmpty() ? "" : " of " + area);
        });
  }

  @Command(description = "List accounts: name, role, area, standing, person or post.")
  int list() {
    return with(
        (accounts, now) -> {
          accounts
              .all()
              .forEach(
                  one ->
                      spec.commandLine()
                          .getOut()
                          .println(
                              String.join(
                                  "\t",
                                  one.name(),
                                  one.role().wireName(),
                                  one.areaId().isEmpty() ? "-" : one.areaId(),
                                  one.disabled() ? "disabled" : "enabled",
                                  one.shownName())));
          return "";
        });
  }

  @Command(description = "Disable an account; its sessions are over.")
  int disable(@Parameters(paramLabel = "NAME") String typed) {
    return change(typed, true);
  }

  @Command(description = "Enable an account again.")
  int enable(@Parameters(paramLabel = "NAME") String typed) {
    return change(typed, false);
  }

  @Command(description = "Set a password; sessions of the account are over.")
  int password(
      @Parameters(paramLabel = "NAME") String typed,
      @Option(names = "--password-file", description = "Else standard input.") Path file) {
    String name = SignIn.name(typed);
    String hash = hash(name, file);
    return with(
        (accounts, now) -> {
          accounts.save(found(accounts, name).withPassword(hash, BY, now));
          return "set the password of " + name;
        });
  }

  private int change(String typed, boolean off) {
    String name = SignIn.name(typed);
    return with(
        (accounts, now) -> {
          Account old = found(accounts, name);
          accounts.save(old.with(old.shownName(), old.role(), old.areaId(), off, BY, now));
          return (off ? "disabled " : "enabled ") + name;
        });
  }

  private int with(BiFunction<Accounts, Instant, String> work) {
    try (ClickHouseClient writer = new ClickHouseClient(SharedSettings.writer(settings()));
        AuditLog audit = new AuditLog(new TableWriter(writer))) {
      Instant now = clock.instant();
      Accounts accounts =
          new Accounts(new AccessQueries(new Store(writer)), new TableWriter(writer));
      String done = work.apply(accounts, now);
      if (!done.isEmpty()) {
        audit.add(entry(now, done));
        spec.commandLine().getOut().println(done);
      }
      return 0;
    }
  }

  private static AuditEntry entry(Instant now, String done) {
    return new AuditEntry(
        UUID.randomUUID().toString(),
        now,
        System.getProperty("user.name", ""),
        "command-line",
        "",
        AuditKind.ACCOUNT,
        true,
        done,
        "");
  }

  private Settings settings() {
    Settings process = Settings.ofProcess(explicit);
    return data == null ? process : process.with(LocalStore.settings(data, port));
  }

  /** A leader of an area that is not there would see nothing and nobody would know why. */
  private void requireArea(String area) {
    if (area.isEmpty()) {
      return;
    }
    try (ClickHouseClient writer = new ClickHouseClient(SharedSettings.writer(settings()))) {
      ClickHouseQuery known =
          ClickHouseQuery.of("SELECT count() FROM areas WHERE area_id = {area:String}");
      if (writer.scalar(known.with("area", area)).equals("0")) {
        throw refusal(
            "there is no area " + area + " in the store; the list of grids names them by id");
      }
    }
  }

  private static Account found(Accounts accounts, String name) {
    return accounts.find(name).orElseThrow(() -> refusal("there is no account " + name));
  }

  private static String hash(String name, Path file) {
    String password = read(file);
    require(Passwords.problem(password, name), name);
    return new Passwords().hash(password);
  }

  private static String read(Path file) {
    try {
      if (file != null) {
        return Files.readString(file).replaceFirst("\\R$", "");
      }
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT, "the password cannot be read: " + e.getMessage(), e);
    }
  }

  private static void require(String problem, String name) {
    if (!problem.isEmpty()) {
      throw refusal("account " + name + ": " + Messages.of(Language.ENGLISH).text(problem));
    }
  }

  private static String roles() {
    return Role.ofAccounts().stream().map(Role::wireName).toList().toString();
  }

  private static StoreException refusal(String message) {
    return new StoreException(ErrorCategory.BAD_CONFIGURATION, message);
  }
}

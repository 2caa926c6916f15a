package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.schema.SchemaMigrator;
import city.chengmai.datasets.settings.SharedSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A ClickHouse server of our own on loopback: libchdb in a child process, with its users, its data
 * directory and a supervisor that starts it again when it dies. It ends with this process, however
 * this process ends.
 *
 * <pre>
 *   try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory)) {
 *     ClickHouseClient client = new ClickHouseClient(engine.writer());
 *   }
 * </pre>
 */
public final class EmbeddedClickHouse implements AutoCloseable {
  /** Name of the database of all tables. */
  public static final String DATABASE = "chengmai";

  private final EnginePorts ports;
  private final EngineCredentials credentials;
  private final EngineLock lock;
  private final EngineSupervisor supervisor;

  private EmbeddedClickHouse(
      EnginePorts ports,
      EngineCredentials credentials,
      EngineLock lock,
      EngineSupervisor supervisor) {
    this.ports = ports;
    this.credentials = credentials;
    this.lock = lock;
    this.supervisor = supervisor;
  }

  /** Starts on free loopback ports, without tables. */
  public static EmbeddedClickHouse start(Path dataDirectory) {
    return start(dataDirectory, EnginePorts.free(), EngineListener.SILENT);
  }

  /** Starts on free loopback ports and applies the migrations. */
  public static EmbeddedClickHouse startMigrated(Path dataDirectory) {
    EmbeddedClickHouse engine = start(dataDirectory);
    try {
      engine.migrate();
      return engine;
    } catch (RuntimeException failed) {
      engine.close();
      throw failed;
    }
  }

  /**
   * Starts and returns when the engine has answered a query.
   *
   * @throws StoreException when the directory is in use, a port is taken, the library cannot be
   *     installed, or the engine does not come up
   */
  public static EmbeddedClickHouse start(
      Path dataDirectory, EnginePorts ports, EngineListener listener) {
    return start(dataDirectory, ports, listener, ClickHouseLibrary.ofUser().install());
  }

  /** Starts with a library that is already installed, see {@link ClickHouseLibrary}. */
  public static EmbeddedClickHouse start(
      Path dataDirectory, EnginePorts ports, EngineListener listener, Path library) {
    return start(dataDirectory, ports, listener, library, "");
  }

  /** Starts with further elements of its configuration, those of a cluster. */
  static EmbeddedClickHouse start(
      Path dataDirectory,
      EnginePorts ports,
      EngineListener listener,
      Path library,
      String cluster) {
    EngineFiles files = new EngineFiles(dataDirectory);
    try {
      files.create();
      EngineLock lock = EngineLock.take(files.root());
      try {
        return startLocked(files, ports, listener, library, lock, cluster);
      } catch (IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException unusable) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot start ClickHouse on "
              + files.root()
              + ": "
              + unusable
              + "; the directory has to be writable",
          unusable);
    }
  }

  private static EmbeddedClickHouse startLocked(
      EngineFiles files,
      EnginePorts ports,
      EngineListener listener,
      Path library,
      EngineLock lock,
      String cluster)
      throws IOException {
    EngineCredentials credentials = EngineCredentials.in(files.root());
    files.write(ports, credentials, cluster);
    ClickHouseEndpoint admin = endpoint(ports, credentials, "admin").withDatabase("default");
    EngineSupervisor supervisor = new EngineSupervisor(files, library, admin, listener);
    supervisor.start(ports);
    return new EmbeddedClickHouse(ports, credentials, lock, supervisor);
  }

  /** Applies the migrations; does nothing when they are applied. */
  public EmbeddedClickHouse migrate() {
    new SchemaMigrator(admin()).migrate();
    return this;
  }

  /** As the user of the migrations: may do everything. */
  public ClickHouseEndpoint admin() {
    return endpoint(ports, credentials, "admin");
  }

  /** As the user of ingest and analytics: reads and writes rows. */
  public ClickHouseEndpoint writer() {
    return endpoint(ports, credentials, "writer");
  }

  /** As the user of pages and reports: reads, one row a key. */
  public ClickHouseEndpoint reader() {
    return endpoint(ports, credentials, "reader");
  }

  /** As the user of analysts' own SQL: reads within limits. */
  public ClickHouseEndpoint analyst() {
    return endpoint(ports, credentials, "analyst");
  }

  /** Where it listens. */
  public EnginePorts ports() {
    return ports;
  }

  /** Process id of the engine now. */
  public long pid() {
    return supervisor.pid();
  }

  /** How it is: down while it is being started again. */
  public Health health() {
    if (!supervisor.alive()) {
      return Health.down("the ClickHouse process has ended and is being started again");
    }
    try (ClickHouseClient client = new ClickHouseClient(admin().withDatabase("default"))) {
      return client.health();
    }
  }

  /**
   * The environment that points a service at the engine of this directory before it starts; makes
   * the passwords when there are none.
   */
  public static Map<String, String> environment(Path dataDirectory, EnginePorts ports) {
    EngineFiles files = new EngineFiles(dataDirectory);
    try {
      files.create();
    } catch (IOException unusable) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot prepare ClickHouse in " + files.root() + ": " + unusable,
          unusable);
    }
    return environment(ports, EngineCredentials.in(files.root()));
  }

  /** Whether an engine runs on this data directory, in whatever process. */
  public static boolean isRunning(Path dataDirectory) {
    EngineFiles files = new EngineFiles(dataDirectory);
    try {
      return EngineLock.isHeld(files.root());
    } catch (IOException unreadable) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot see whether ClickHouse runs on " + files.root() + ": " + unreadable,
          unreadable);
    }
  }

  /** Where the engine of this data directory may write backups, and read them for a restore. */
  public static Path backupDirectory(Path dataDirectory) {
    return new EngineFiles(dataDirectory).backups();
  }

  /** The environment that points another service at this engine, passwords included. */
  public Map<String, String> environment() {
    return environment(ports, credentials);
  }

  private static Map<String, String> environment(EnginePorts ports, EngineCredentials credentials) {
    Map<String, String> environment = new HashMap<>();
    String url = endpoint(ports, credentials, "admin").url().toString();
    environment.put(SharedSettings.CLICKHOUSE_URL.environment(), url);
    environment.put(SharedSettings.CLICKHOUSE_DATABASE.environment(), DATABASE);
    for (String role : EngineCredentials.ROLES) {
      String prefix = "CLICKHOUSE_" + role.toUpperCase(Locale.ROOT);
      environment.put(prefix + "_USER", endpoint(ports, credentials, role).user());
      environment.put(prefix + "_PASSWORD", credentials.password(role));
    }
    return environment;
  }

  /** Stops the engine cleanly and lets go of the data directory. */
  @Override
  public void close() {
    supervisor.close();
    lock.close();
  }

  private static ClickHouseEndpoint endpoint(
      EnginePorts ports, EngineCredentials credentials, String role) {
    return new ClickHouseEndpoint(
        URI.create("http://127.0.0.1:" + ports.http()),
        DATABASE,
        "chengmai_" + role,
        credentials.password(role));
  }
}

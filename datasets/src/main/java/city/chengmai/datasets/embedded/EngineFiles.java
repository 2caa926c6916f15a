package city.chengmai.datasets.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Layout of an engine's data directory, and the files the server reads at its start. */
final class EngineFiles {
  private static final int REPORTED_LINES = 5;

  /** Inserts are refused while less than this is free: merges and logs need room to end. */
  private static final long RESERVE_BYTES = 512L << 20;

  /** On a small disk the reserve is this part of it. */
  private static final int RESERVE_PART = 20;

  private final Path root;

  EngineFiles(Path dataDirectory) {
    this.root = dataDirectory.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  Path configuration() {
    return root.resolve("config.xml");
  }

  Path processLock() {
    return root.resolve("engine-process.lock");
  }

  /** Whether a predecessor still holds its lock, because it is closing its tables. */
  boolean predecessorRuns() throws IOException {
    try (FileChannel channel =
            FileChannel.open(processLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    }
  }

  Path output() {
    return log().resolve("engine-output.log");
  }

  private Path log() {
    return root.resolve("log");
  }

  private Path store() {
    return root.resolve("store");
  }

  /** The only directory that BACKUP and RESTORE may use. */
  Path backups() {
    return root.resolve("backups");
  }

  void create() throws IOException {
    for (Path directory : List.of(root, log(), store(), backups())) {
      PrivateFiles.directory(directory);
    }
  }

  void write(EnginePorts ports, EngineCredentials credentials, String cluster) throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("store", xml(store()));
    values.put("log", xml(log()));
    values.put("backups", xml(backups()));
    values.put("users", xml(root.resolve("users.xml")));
    long disk = Files.getFileStore(root).getTotalSpace();
    values.put("reserve", Long.toString(Math.min(RESERVE_BYTES, disk / RESERVE_PART)));
    values.put("http", Integer.toString(ports.http()));
    values.put("tcp", Integer.toString(ports.tcp()));
    values.put("cluster", cluster);
    EngineCredentials.ROLES.forEach(role -> values.put(role, credentials.sha256(role)));
    PrivateFiles.write(configuration(), filled("config.xml", values));
    PrivateFiles.write(root.resolve("users.xml"), filled("users.xml", values));
  }

  /**
   * The engine keeps no record of the tables in database system, but their files: left over, they
   * stop the query log of the next start.
   */
  void removeSystemTables() throws IOException {
    Path system = store().resolve("data").resolve("system");
    if (!Files.exists(system)) {
      return;
    }
    try (Stream<Path> files = Files.walk(system)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The last errors the engine wrote, for a message about a failed start. */
  String lastWords() {
    String words =
        Stream.of(output(), log().resolve("clickhouse-errors.log"))
            .flatMap(file -> lastErrors(file).stream())
            .collect(Collectors.joining("\n"));
    return words.isEmpty() ? "it said nothing; see " + log() : words;
  }

  private static List<String> lastErrors(Path file) {
    try {
      List<String> errors =
          Files.readAllLines(file).stream().filter(line -> line.contains("Exception")).toList();
      return errors.subList(Math.max(0, errors.size() - REPORTED_LINES), errors.size());
    } catch (IOException nothingSaid) {
      return List.of();
    }
  }

  private static String xml(Path path) {
    return path.toString().replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String filled(String name, Map<String, String> values) throws IOException {
    try (InputStream in = EngineFiles.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", value.getValue());
      }
      return text;
    }
  }
}

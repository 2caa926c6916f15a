package city.chengmai.datasets.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One numbered migration.
 *
 * @param name file name, for example {@code 0001_events_and_dead_letters.sql}
 * @param checksum SHA-256 of its text, frozen when it was committed
 * @param statements its statements, each repeatable
 */
public record Migration(String name, String checksum, List<String> statements) {
  private static final String INDEX = "checksums.txt";

  public Migration {
    statements = List.copyOf(statements);
  }

  /** Position in the sequence, from 1. */
  public int number() {
    return Integer.parseInt(name.substring(0, 4));
  }

  /** All migrations in order, as listed with their frozen checksums in {@code checksums.txt}. */
  public static List<Migration> all() {
    return resource(INDEX)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> of(line.split(" +", 2)))
        .toList();
  }

  /** SHA-256 of a text, line ends as on Unix. */
  static String checksum(String text) {
    try {
      byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String resource(String name) {
    try (InputStream in = Migration.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + " beside " + Migration.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Migration of(String[] line) {
    return new Migration(line[1], line[0], SqlScript.statements(resource(line[1])));
  }
}

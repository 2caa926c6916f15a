package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** Passwords of the engine's users: made once, kept in a file only its owner can read. */
final class EngineCredentials {
  static final List<String> ROLES = List.of("admin", "writer", "reader", "analyst");

  private static final String FILE = "clickhouse-passwords.properties";

  private static final int BYTES = 24;

  private final Properties passwords;

  private EngineCredentials(Properties passwords) {
    this.passwords = passwords;
  }

  static EngineCredentials in(Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        PrivateFiles.write(file, generate());
      }
      Properties passwords = new Properties();
      passwords.load(new StringReader(Files.readString(file)));
      return new EngineCredentials(passwords).complete(file);
    } catch (IOException unusable) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot read or write the passwords in " + file + " (" + unusable + ")",
          unusable);
    }
  }

  /** Gives another directory the same passwords, unless it has some. */
  static void share(Path from, Path to) throws IOException {
    in(from);
    PrivateFiles.directory(to);
    if (!Files.exists(to.resolve(FILE))) {
      PrivateFiles.write(to.resolve(FILE), Files.readString(from.resolve(FILE)));
    }
  }

  String password(String role) {
    return passwords.getProperty(role);
  }

  String sha256(String role) {
    try {
      byte[] text = password(role).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private EngineCredentials complete(Path file) {
    for (String role : ROLES) {
      if (passwords.getProperty(role, "").isEmpty()) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            file + " has no password for " + role + "; remove the file to have new ones made");
      }
    }
    return this;
  }

  private static String generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (String role : ROLES) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      text.append(role).append('=').append(password).append('\n');
    }
    return text.toString();
  }
}

package city.chengmai.dashboard.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes of passwords: Argon2id in PHC form with 19 MiB, two passes, one lane and a random salt of
 * 16 bytes, the least that OWASP's password storage sheet recommends. Blocking: some 50 ms each.
 */
public final class Passwords {

  /** Fewest characters. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 128;
  private static final int MEBIBYTES_19 = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int FEWEST_DIFFERENT = 5;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Checked when there is no account, so that both take as long. */
  private final String nobodys = hash("nobody has this password");

  /**
   * The hash of a password, with a new salt. The text is put together here: the library's own
   * depends on the machine's language, and a hash made in Turkish could not be read in Chinese.
   */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Argon2Function function = function(MEBIBYTES_19, PASSES, LANES, HASH_BYTES);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEBIBYTES_19,
            PASSES,
            LANES,
            text.encodeToString(salt),
            text.encodeToString(function.hash(bytes(password), salt).getBytes()));
  }

  /** Whether a password has this hash; an empty hash has no password, and it takes as long. */
  public boolean matches(String password, String hash) {
    Matcher parts = PHC.matcher(hash.isEmpty() ? nobodys : hash);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a password hash is not Argon2id in PHC form");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    Argon2Function function =
        function(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    byte[] seen = function.hash(bytes(password), salt).getBytes();
    return MessageDigest.isEqual(seen, expected) && !hash.isEmpty();
  }

  private static Argon2Function function(int memory, int passes, int lanes, int length) {
    return Argon2Function.getInstance(memory, passes, lanes, length, Argon2.ID);
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }

  /** The message key of what is wrong with a new password; empty when all is well. */
  public static String problem(String password, String account) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return "account.problem.password-length";
    }
    boolean easy =
        password.chars().distinct().count() < FEWEST_DIFFERENT
            || password.toLowerCase(Locale.ROOT).contains(account)
            || "0123456789012345678901234567890".contains(password);
    return easy ? "account.problem.password-easy" : "";
  }
}

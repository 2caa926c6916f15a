package city.chengmai.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One entry of the audit log (审计日志). Names are as they were typed; passwords and tokens never stand
 * here.
 *
 * @param id made once
 * @param at real time
 * @param account who; of a refused sign-in the name that was typed
 * @param role as which role
 * @param address from where
 * @param done false: it was refused
 * @param target on what
 * @param detail what, at most 4,000 characters
 */
public record AuditEntry(
    String id,
    Instant at,
    String account,
    String role,
    String address,
    AuditKind kind,
    boolean done,
    String target,
    String detail) {

  private static final int LONGEST = 4_000;
  private static final int END = 1_900;

  /** Of what is too long it keeps both ends and the SHA-256 of the whole. */
  public AuditEntry {
    account = cut(account);
    target = cut(target);
    detail = cut(detail);
  }

  /** An entry about a visitor. */
  public static AuditEntry of(
      Instant at,
      Visitor who,
      String address,
      AuditKind kind,
      boolean done,
      String target,
      String detail) {
    return new AuditEntry(
        UUID.randomUUID().toString(),
        at,
        who.name(),
        who.role().wireName(),
        address,
        kind,
        done,
        target,
        detail);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    return text.substring(0, END)
        + "\n[... %d characters, SHA-256 %s ...]\n".formatted(text.length(), sha256(text))
        + text.substring(text.length() - END);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

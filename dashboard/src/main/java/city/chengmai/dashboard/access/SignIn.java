package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Turns a name and a password into a session. Blocking and thread-safe. */
public final class SignIn {

  /**
   * What became of a try.
   *
   * @param token of the new session; empty when it was refused
   * @param account whose session it is; empty when it was refused
   * @param pause how long to wait before the next try; zero when the password or name was wrong
   */
  public record Answer(Optional<String> token, Optional<Account> account, Duration pause) {}

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_PASSWORD = 128;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Throttle throttle = new Throttle();
  private final InstantSource clock;

  /**
   * A sign-in.
   *
   * @param clock real time
   */
  public SignIn(Accounts accounts, Sessions sessions, Passwords passwords, InstantSource clock) {
    this.accounts = requireNonNull(accounts, "accounts");
    this.sessions = requireNonNull(sessions, "sessions");
    this.passwords = requireNonNull(passwords, "passwords");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The name as accounts have it. */
  public static String name(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Tries to sign in. A name that no account has, a disabled account and a wrong password take as
   * long as each other and lead to the same answer.
   *
   * @param name as {@link #name} gives it
   * @param address from where
   */
  public Answer sign(String name, String password, String address) {
    Instant now = clock.instant();
    Optional<Account> account = proved(name, password, address);
    if (account.isEmpty()) {
      return new Answer(Optional.empty(), Optional.empty(), throttle.wait(name, address, now));
    }
    throttle.succeeded(name, address);
    return new Answer(Optional.of(sessions.begin(name, now)), account, Duration.ZERO);
  }

  /**
   * Opens a session for whoever a provider of identities vouches for.
   *
   * @param name as {@link #name} gives it
   */
  public Answer vouched(String name) {
    Optional<Account> account = accounts.find(name).filter(found -> !found.disabled());
    return new Answer(
        account.map(found -> sessions.begin(found.name(), clock.instant())),
        account,
        Duration.ZERO);
  }

  /** How long this name must wait at this address; zero when it may try. */
  public Duration wait(String name, String address) {
    return throttle.wait(name, address, clock.instant());
  }

  /** The account, when the password is right and nobody has to wait; a wrong one is counted. */
  public Optional<Account> proved(String name, String password, String address) {
    Instant now = clock.instant();
    // No account has such a name, and what strangers send must not fill the memory.
    if (name.length() > LONGEST_NAME || !throttle.wait(name, address, now).isZero()) {
      return Optional.empty();
    }
    Optional<Account> account = accounts.find(name).filter(found -> !found.disabled());
    String hash = account.map(Account::passwordHash).orElse("");
    if (password.length() > LONGEST_PASSWORD || !passwords.matches(password, hash)) {
      throttle.failed(name, address, now);
      return Optional.empty();
    }
    return account;
  }
}

package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.AccessQueries.SessionRow;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells as whom a request comes. What the store says counts for three seconds, so that a disabled
 * account or a revoked screen is out after that at the latest, on every dashboard of the city.
 * Blocking unless said otherwise; thread-safe.
 */
public final class Doorkeeper {

  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final Set<Integer> NO_TABLE = Set.of(60, 81);
  private static final int MOST = 10_000;

  /** A session with its account, as last asked. */
  private record Entry(SessionRow session, Account account) {}

  private final SignInMode mode;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Screens screens;
  private final InstantSource clock;
  private final Remembered<Boolean> needed = new Remembered<>(FRESH);
  private final Remembered<Optional<Entry>> entries = new Remembered<>(FRESH);
  private final Remembered<Optional<Screen>> walls = new Remembered<>(FRESH);

  /** When this process saw a session last: exact, while the store knows it to the minute. */
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  private final Map<String, Instant> noted = new ConcurrentHashMap<>();
  private volatile boolean everNeeded;

  /**
   * A doorkeeper.
   *
   * @param clock real time
   */
  public Doorkeeper(
      SignInMode mode, Accounts accounts, Sessions sessions, Screens screens, InstantSource clock) {
    this.mode = requireNonNull(mode, "mode");
    this.accounts = requireNonNull(accounts, "accounts");
    this.sessions = requireNonNull(sessions, "sessions");
    this.screens = requireNonNull(screens, "screens");
    this.clock = requireNonNull(clock, "clock");
  }

  /** As whom a request comes, when that can be said without asking the store; never blocks. */
  public Optional<Visitor> known(String sessionToken, String screenToken) {
    if (mode == SignInMode.OFF) {
      return Optional.of(Visitor.LOCAL);
    }
    boolean certainlyOff = mode == SignInMode.AUTO && !everNeeded;
    if (certainlyOff && needed.known("", clock.instant()).filter(yes -> !yes).isPresent()) {
      return Optional.of(Visitor.LOCAL);
    }
    boolean bare = sessionToken.isEmpty() && screenToken.isEmpty();
    return bare && (mode == SignInMode.ON || everNeeded)
        ? Optional.of(Visitor.NOBODY)
        : Optional.empty();
  }

  /**
   * As whom a request comes.
   *
   * @param sessionToken of the browser, or empty
   * @param screenToken of the browser, or empty
   */
  public Visitor visitor(String sessionToken, String screenToken) {
    if (!isNeeded()) {
      return Visitor.LOCAL;
    }
    return account(sessionToken)
        .map(Visitor::of)
        .or(() -> screen(screenToken).filter(screen -> !screen.revoked()).map(Doorkeeper::shown))
        .orElse(Visitor.NOBODY);
  }

  /** The same for a stream that goes on: hearing it is no use of a session. */
  public Visitor again(String sessionToken, String screenToken) {
    Instant now = clock.instant();
    Optional<Visitor> account =
        Optional.of(sessionToken)
            .filter(token -> !token.isEmpty())
            .map(SecretToken::hash)
            .flatMap(
                key ->
                    entries
                        .get(key, now, any -> entry(sessionToken))
                        .filter(found -> isGood(found, key, now)))
            .map(found -> Visitor.of(found.account()));
    return account
        .or(() -> screen(screenToken).filter(screen -> !screen.revoked()).map(Doorkeeper::shown))
        .orElse(Visitor.NOBODY);
  }

  /** Whether people have to sign in now; once they had to, they have to until the restart. */
  public boolean isNeeded() {
    if (mode != SignInMode.AUTO || everNeeded) {
      return mode != SignInMode.OFF;
    }
    everNeeded = needed.get("", clock.instant(), key -> hasAccounts());
    return everNeeded;
  }

  /** What is remembered of a session counts no more. */
  public void forget(String sessionToken) {
    String key = SecretToken.hash(sessionToken);
    entries.forget(key);
    seen.remove(key);
    noted.remove(key);
  }

  /** A screen was revoked: what is remembered of it counts no more. */
  public void forgetScreen(String screenToken) {
    walls.forget(SecretToken.hash(screenToken));
  }

  private boolean hasAccounts() {
    try {
      return !accounts.all().isEmpty();
    } catch (StoreException refused) {
      // A store that was never migrated has no accounts, and nothing to protect yet.
      if (NO_TABLE.contains(refused.clickHouseCode())) {
        return false;
      }
      throw refused;
    }
  }

  private Optional<Account> account(String token) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String key = SecretToken.hash(token);
    Optional<Entry> entry = entries.get(key, now, any -> entry(token));
    return entry.filter(found -> isGood(found, key, now)).map(found -> use(found, token, key, now));
  }

  private Optional<Entry> entry(String token) {
    return sessions
        .find(token)
        .flatMap(row -> accounts.find(row.account()).map(account -> new Entry(row, account)));
  }

  private boolean isGood(Entry entry, String key, Instant now) {
    Instant here = seen.getOrDefault(key, entry.session().seenAt());
    Instant last = here.isAfter(entry.session().seenAt()) ? here : entry.session().seenAt();
    return !entry.account().disabled()
        && !entry.session().beganAt().isBefore(entry.account().sessionsFrom())
        && sessions.lasts(entry.session(), last, now);
  }

  private Account use(Entry entry, String token, String key, Instant now) {
    if (seen.size() >= MOST) {
      seen.clear();
      noted.clear();
    }
    seen.put(key, now);
    Instant last = noted.getOrDefault(key, entry.session().seenAt());
    if (Duration.between(last, now).compareTo(NOTED_EVERY) > 0) {
      noted.put(key, now);
      note(entry, token, now);
    }
    return entry.account();
  }

  /** A session outlives a store that is away for a while. */
  private void note(Entry entry, String token, Instant now) {
    try {
      sessions.seen(token, entry.session(), now);
    } catch (StoreException away) {
      if (!away.retryable()) {
        throw away;
      }
    }
  }

  private Optional<Screen> screen(String token) {
    return token.isEmpty()
        ? Optional.empty()
        : walls.get(SecretToken.hash(token), clock.instant(), any -> screens.find(token));
  }

  private static Visitor shown(Screen screen) {
    return Visitor.screen(screen.id(), screen.name(), screen.board());
  }
}

package city.chengmai.dashboard.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes guessing of passwords slow: after some failures every further try has to wait, twice as
 * long each time, up to a quarter of an hour, or half a minute for an account as a whole. Counts by
 * account and address together after three failures, by account after ten and by address after
 * thirty, so that neither many addresses nor many names help, and that a stranger keeps an officer
 * out for a short while at most. Names that no account has count alike. One dashboard counts for
 * itself. Thread-safe.
 */
public final class Throttle {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration LONGEST_OF_ACCOUNT = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST = 20_000;
  private static final int FREE_BOTH = 3;
  private static final int FREE_ACCOUNT = 10;
  private static final int FREE_ADDRESS = 30;
  private static final int MOST_DOUBLINGS = 10;

  private record Failures(int count, Instant last) {}

  private record Key(String text, int free, Duration longest) {}

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  /** How long this account must wait at this address; zero when it may try. */
  public Duration wait(String account, String address, Instant now) {
    return keys(account, address).stream()
        .map(key -> wait(key, now))
        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  /** A password was wrong. */
  public void failed(String account, String address, Instant now) {
    if (failures.size() >= MOST) {
      failures.values().removeIf(old -> old.last().plus(FORGOTTEN).isBefore(now));
    }
    for (Key key : keys(account, address)) {
      failures.merge(
          key.text(),
          new Failures(1, now),
          (old, one) ->
              old.last().plus(FORGOTTEN).isBefore(now) ? one : new Failures(old.count() + 1, now));
    }
  }

  /** A password was right: this account may err again at this address, and anybody once more. */
  public void succeeded(String account, String address) {
    failures.remove(both(account, address));
    failures.computeIfPresent(
        ofAddress(address),
        (key, old) -> old.count() > 1 ? new Failures(old.count() - 1, old.last()) : null);
  }

  private Duration wait(Key key, Instant now) {
    Failures known = failures.get(key.text());
    if (known == null || known.count() < key.free()) {
      return Duration.ZERO;
    }
    int doublings = Math.min(known.count() - key.free(), MOST_DOUBLINGS);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    Duration most = key.longest();
    Duration left =
        Duration.between(now, known.last().plus(pause.compareTo(most) > 0 ? most : pause));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static List<Key> keys(String account, String address) {
    return List.of(
        new Key(both(account, address), FREE_BOTH, LONGEST),
        new Key("account " + account, FREE_ACCOUNT, LONGEST_OF_ACCOUNT),
        new Key(ofAddress(address), FREE_ADDRESS, LONGEST));
  }

  private static String ofAddress(String address) {
    return "address " + address;
  }

  private static String both(String account, String address) {
    return "both " + account + ' ' + address;
  }
}

package city.chengmai.dashboard.access;

import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers of the store that count for a short while, and for as long as the store is away: a wall
 * and whoever works must not lose their pages with it. Thread-safe.
 *
 * @param <T> what is remembered of a key
 */
final class Remembered<T> {

  private static final int MOST = 10_000;

  private record Answer<T>(T value, Instant at) {}

  private final Map<String, Answer<T>> answers = new ConcurrentHashMap<>();
  private final Duration fresh;

  Remembered(Duration fresh) {
    this.fresh = fresh;
  }

  /** What is known of a key and is fresh. */
  Optional<T> known(String key, Instant now) {
    return Optional.ofNullable(answers.get(key))
        .filter(answer -> Duration.between(answer.at(), now).compareTo(fresh) < 0)
        .map(Answer::value);
  }

  /** What is fresh, else what is asked, else, while the store is away, what was known last. */
  T get(String key, Instant now, Function<String, T> ask) {
    Optional<T> known = known(key, now);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      T value = ask.apply(key);
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(key, new Answer<>(value, now));
      return value;
    } catch (StoreException away) {
      Answer<T> last = answers.get(key);
      if (away.retryable() && last != null) {
        return last.value();
      }
      throw away;
    }
  }

  void forget(String key) {
    answers.remove(key);
  }
}

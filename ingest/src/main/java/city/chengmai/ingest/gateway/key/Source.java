package city.chengmai.ingest.gateway.key;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** A source that showed its key: what it may do, and how much of its rate is left. Thread-safe. */
public final class Source {

  private final SourceRules rules;
  private final Bucket bucket;

  Source(SourceRules rules, Bucket bucket) {
    this.rules = rules;
    this.bucket = bucket;
  }

  static Source fresh(SourceRules rules) {
    return new Source(
        rules,
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(rules.burst())
                        .refillGreedy(rules.eventsPerSecond(), Duration.ofSeconds(1)))
            .build());
  }

  /** The same source after the file was read again; a rate that did not change goes on. */
  Source with(SourceRules fresh) {
    boolean sameRate =
        fresh.eventsPerSecond() == rules.eventsPerSecond() && fresh.burst() == rules.burst();
    return sameRate ? new Source(fresh, bucket) : fresh(fresh);
  }

  /** Compares in the same time whatever the difference is, and with every key it has. */
  boolean has(byte[] keyHash) {
    boolean found = false;
    for (byte[] hash : rules.keyHashes()) {
      found |= MessageDigest.isEqual(hash, keyHash);
    }
    return found;
  }

  SourceRules rules() {
    return rules;
  }

  /** Its name in the key file. */
  public String name() {
    return rules.name();
  }

  /** Whether it may send events of this CloudEvents source. */
  public boolean maySendAs(String eventSource) {
    return rules.sources().stream().anyMatch(pattern -> pattern.matches(eventSource));
  }

  /** Whether it may send events of this type. */
  public boolean maySendType(String wireName) {
    return rules.types().stream().anyMatch(pattern -> pattern.matches(wireName));
  }

  /** The largest event it may send, in bytes. */
  public int largestEventBytes() {
    return rules.largestEventBytes();
  }

  /** The most events it can send at once. */
  public int burst() {
    return rules.burst();
  }

  /** As what it files over Open311, empty when it may not. */
  public Optional<String> open311Source() {
    return rules.open311Source();
  }

  /** Takes this many events out of the rate, or says how long to wait before trying again. */
  public Optional<Duration> waitBefore(int events) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(events);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }
}

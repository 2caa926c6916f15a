package city.chengmai.ingest.gateway.key;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.EventType;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one source may send, checked.
 *
 * @param name name in the key file, for logs and metrics
 * @param keyHashes SHA-256 of each of its keys
 * @param sources CloudEvents sources it may send as
 * @param types event types it may send
 * @param eventsPerSecond steady rate
 * @param burst events that may come at once
 * @param largestEventBytes largest event
 * @param open311Source CloudEvents source of its Open311 requests, empty when it may file none
 */
record SourceRules(
    String name,
    List<byte[]> keyHashes,
    List<NamePattern> sources,
    List<NamePattern> types,
    int eventsPerSecond,
    int burst,
    int largestEventBytes,
    Optional<String> open311Source) {

  private static final int HASH_BYTES = 32;
  private static final int RATE = 100;
  private static final int HIGHEST_RATE = 1_000_000;

  static SourceRules of(String name, SourceEntry entry) {
    Objects.requireNonNull(entry, "its lines are missing");
    int rate = number("events-per-second", entry.eventsPerSecond(), RATE, HIGHEST_RATE);
    return new SourceRules(
        name,
        items("key-sha256", entry.keySha256()).map(SourceRules::keyHash).toList(),
        items("sources", entry.sources()).map(NamePattern::new).toList(),
        items("types", entry.types()).map(SourceRules::typePattern).toList(),
        rate,
        number("burst", entry.burst(), Math.min(2 * rate, HIGHEST_RATE), HIGHEST_RATE),
        number(
            "largest-event-bytes",
            entry.largestEventBytes(),
            DeadLetterReason.LARGEST_BYTES,
            DeadLetterReason.LARGEST_BYTES),
        Optional.ofNullable(entry.open311Source()).filter(text -> !text.isBlank()));
  }

  private static Stream<String> items(String member, List<String> given) {
    if (given == null || given.isEmpty()) {
      throw new IllegalArgumentException(member + ": expected at least one, got none");
    }
    return given.stream().map(text -> Objects.requireNonNullElse(text, ""));
  }

  private static byte[] keyHash(String text) {
    if (text.length() != 2 * HASH_BYTES || !text.matches("[0-9a-fA-F]+")) {
      throw new IllegalArgumentException(
          "key-sha256: expected 64 hexadecimal digits, the hash that gateway-key prints, got "
              + text.length()
              + " characters");
    }
    return HexFormat.of().parseHex(text);
  }

  private static NamePattern typePattern(String text) {
    NamePattern pattern = new NamePattern(text);
    if (Stream.of(EventType.values()).map(EventType::wireName).noneMatch(pattern::matches)) {
      throw new IllegalArgumentException(
          "types: \"" + text + "\" is no event type, for example cn.grid.case.reported");
    }
    return pattern;
  }

  private static int number(String member, Integer given, int absent, int largest) {
    int value = Objects.requireNonNullElse(given, absent);
    if (value < 1 || value > largest) {
      throw new IllegalArgumentException(
          member + ": expected a whole number from 1 to " + largest + ", got " + value);
    }
    return value;
  }
}

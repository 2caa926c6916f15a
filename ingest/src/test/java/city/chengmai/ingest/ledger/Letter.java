package city.chengmai.ingest.ledger;

import java.nio.charset.StandardCharsets;

/**
 * One record for {@code city.events}, with its place in the order of sending.
 *
 * @param order smaller is sent earlier
 * @param key Kafka key
 * @param value Kafka value
 */
record Letter(double order, String key, String value) {

  byte[] keyBytes() {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  byte[] valueBytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}

package city.chengmai.dashboard.health;

import city.chengmai.datasets.clickhouse.StoreException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;

/**
 * Writes to the log what fails again and again: a warning when a fault begins or becomes another
 * one, nothing while it goes on. Used by one thread.
 */
final class FaultLog {

  private final Logger log;
  private final Map<String, String> failing = new TreeMap<>();

  FaultLog(Logger log) {
    this.log = log;
  }

  /** Whether it is the store that is away, of which its own part tells. */
  static boolean isOutage(RuntimeException fault, boolean storeAnswers) {
    return fault instanceof StoreException store && (store.retryable() || !storeAnswers);
  }

  /** What kind of fault it is, in a few words: the same for each that has the same cause. */
  static String kind(RuntimeException fault) {
    if (fault instanceof StoreException store) {
      return store.clickHouseCode() == 0
          ? store.category().wireName()
          : "ClickHouse " + store.clickHouseCode();
    }
    return fault.getClass().getSimpleName();
  }

  void failed(String what, RuntimeException fault) {
    if (!kind(fault).equals(failing.put(what, kind(fault)))) {
      log.warn("{} fails and will be tried again: {}", what, fault.getMessage(), fault);
    }
  }

  void succeeded(String what) {
    if (failing.remove(what) != null) {
      log.info("{} succeeds again", what);
    }
  }
}

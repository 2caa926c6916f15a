package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.health.StateMemory;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How each part is. The store is asked when somebody asks, since pages stand and fall with it; the
 * others are asked by rounds and answered from memory, so that strangers who ask keep nobody busy.
 * While the store is away a part that rests on it stays as it was, and is not there before it was
 * asked. A part that cannot be asked for any other reason is degraded. Thread-safe; one thread
 * looks.
 */
public final class PartBoard {

  /** The part that pages cannot do without. */
  public static final String STORE = "store";

  /** The rounds themselves, which nobody else watches. */
  public static final String WATCH = "watch";

  private static final Logger LOG = LoggerFactory.getLogger(PartBoard.class);

  private final FaultLog faults = new FaultLog(LOG);
  private final Supplier<Health> store;
  private final Map<String, Supplier<Told>> others;
  private final InstantSource clock;
  private final StateMemory memory = new StateMemory();

  /**
   * A board that has not looked yet.
   *
   * @param store asks the store something cheap
   * @param others parts by name; may block, and throw when they cannot say, as {@link
   *     StoreException}
   * @param clock real time
   */
  public PartBoard(
      Supplier<Health> store, Map<String, Supplier<Told>> others, InstantSource clock) {
    this.store = requireNonNull(store, "store");
    this.others = new LinkedHashMap<>(others);
    this.clock = requireNonNull(clock, "clock");
  }

  /** Asks every part and gives how they are. */
  public List<PartState> look() {
    Health seen = store.get();
    memory.observe(STORE, seen, clock.instant());
    others.forEach((part, asked) -> look(part, asked, seen.usable()));
    return memory.states();
  }

  /** How the parts are; of the store, now. */
  public List<PartState> parts() {
    memory.observe(STORE, store.get(), clock.instant());
    return memory.states();
  }

  /** Whether the store can be used, as these parts have it. */
  public static boolean storeAnswers(List<PartState> parts) {
    return parts.stream()
        .filter(part -> part.part().equals(STORE))
        .allMatch(part -> part.health().usable());
  }

  /** Takes in how a part is that nobody asks. */
  void observe(String part, Health health) {
    memory.observe(part, health, clock.instant());
  }

  private void look(String part, Supplier<Told> asked, boolean storeAnswers) {
    try {
      Told told = asked.get();
      memory.observe(part, told.health(), told.figures(), clock.instant());
      faults.succeeded("asking part " + part);
    } catch (RuntimeException fault) {
      // In an outage nothing is known of this one.
      if (!FaultLog.isOutage(fault, storeAnswers)) {
        faults.failed("asking part " + part, fault);
        observe(part, unasked(fault));
      }
    }
  }

  private static Health unasked(RuntimeException fault) {
    return Health.degraded("asking it fails: " + Health.line(fault.getMessage()))
        .because("unasked", FaultLog.kind(fault));
  }
}

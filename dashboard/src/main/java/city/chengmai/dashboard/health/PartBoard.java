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

/**
 * How each part is. The store is asked when somebody asks, since pages stand and fall with it; the
 * others are asked by rounds and answered from memory, so that strangers who ask keep nobody busy.
 * A part that could not be asked stays as it was, and is not there before it was asked.
 * Thread-safe.
 */
public final class PartBoard {

  /** The part that pages cannot do without. */
  public static final String STORE = "store";

  private final Supplier<Health> store;
  private final Map<String, Supplier<Told>> others;
  private final InstantSource clock;
  private final StateMemory memory = new StateMemory();

  /**
   * A board that has not looked yet.
   *
   * @param store asks the store something cheap
   * @param others parts by name; may block, and throw {@link StoreException} when they cannot say
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
    memory.observe(STORE, store.get(), clock.instant());
    others.forEach(this::look);
    return memory.states();
  }

  /** How the parts are; of the store, now. */
  public List<PartState> parts() {
    memory.observe(STORE, store.get(), clock.instant());
    return memory.states();
  }

  private void look(String part, Supplier<Told> asked) {
    try {
      Told told = asked.get();
      memory.observe(part, told.health(), told.figures(), clock.instant());
    } catch (StoreException unknown) {
      // The store's own part says why; nothing is known of this one.
      return;
    }
  }
}

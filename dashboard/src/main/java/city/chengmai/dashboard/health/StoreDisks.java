package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.SelfQueries;
import city.chengmai.dashboard.query.SelfQueries.DiskRow;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.rule.AlertRule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the store's disks have room, by the numbers of rule X02. Blocking. */
public final class StoreDisks {

  private static final double GIGABYTE = 1e9;
  private static final double PER_CENT = 100;

  /** What a disk comes to, the worst last. */
  private enum Room {
    ENOUGH,
    SHORT,
    NEARLY_NONE
  }

  private final SelfQueries queries;
  private final AlertRule rule;

  /**
   * Disks that these queries see.
   *
   * @param rule X02
   */
  public StoreDisks(SelfQueries queries, AlertRule rule) {
    this.queries = requireNonNull(queries, "queries");
    this.rule = requireNonNull(rule, "rule");
  }

  /** How the disk is that is worst off: by the verdict first, then by its free share. */
  public Told told() {
    return told(queries.disks());
  }

  Told told(List<DiskRow> disks) {
    return disks.stream()
        .max(Comparator.comparing(this::room).thenComparing(disk -> -disk.freeShare()))
        .map(this::told)
        .orElseGet(() -> Told.of(Health.UP));
  }

  private Told told(DiskRow disk) {
    Map<String, Long> figures = Map.of("free", disk.free(), "total", disk.total());
    Room room = room(disk);
    if (room == Room.ENOUGH) {
      return new Told(Health.UP, figures);
    }
    boolean alarm = room == Room.NEARLY_NONE;
    String share = String.format(Locale.ROOT, "%.1f", disk.freeShare() * PER_CENT);
    String gigabytes = String.format(Locale.ROOT, "%.1f", disk.free() / GIGABYTE);
    Health health =
        Health.degraded(
                "disk %s of ClickHouse has %s %% (%s GB) left"
                    .formatted(disk.name(), share, gigabytes))
            .because(alarm ? "disk-nearly-full" : "disk-short", disk.name(), share, gigabytes);
    return new Told(health, figures);
  }

  private Room room(DiskRow disk) {
    if (!isBelow(disk, "free-share", "free-gigabytes")) {
      return Room.ENOUGH;
    }
    return isBelow(disk, "alarm-free-share", "alarm-free-gigabytes")
        ? Room.NEARLY_NONE
        : Room.SHORT;
  }

  /** Of a large disk a tenth is much, of a small one many bytes are all: both must be short. */
  private boolean isBelow(DiskRow disk, String share, String gigabytes) {
    return disk.freeShare() < rule.parameter(share)
        && disk.free() < rule.parameter(gigabytes) * GIGABYTE;
  }
}

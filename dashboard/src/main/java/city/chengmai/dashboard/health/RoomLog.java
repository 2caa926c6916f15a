package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.health.HealthRounds.Follower;
import city.chengmai.dashboard.query.SelfQueries;
import city.chengmai.dashboard.query.SelfQueries.DiskRow;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps how much room disks have in table {@code disk_room}, every ten minutes, so that the board
 * can say how long it lasts. Several dashboards write the same rows. Used by one thread.
 */
public final class RoomLog implements Follower {

  /** The disk of a service's data, as the table names it. */
  public static final String DATA = "data";

  private static final Duration EVERY = Duration.ofMinutes(10);

  private final SelfQueries queries;
  private final TableWriter writer;
  private final String storePlace;
  private final ServiceHealth ingest;
  private final InstantSource clock;
  private Instant last = Instant.EPOCH;

  /**
   * A log over these.
   *
   * @param storePlace address of the store
   * @param ingest tells of the disk of its data
   * @param clock real time
   */
  public RoomLog(
      SelfQueries queries,
      TableWriter writer,
      String storePlace,
      ServiceHealth ingest,
      InstantSource clock) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.storePlace = requireNonNull(storePlace, "storePlace");
    this.ingest = requireNonNull(ingest, "ingest");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void follow(List<PartState> parts) {
    long step = EVERY.toMillis();
    Instant slot = Instant.ofEpochMilli(Math.floorDiv(clock.millis(), step) * step);
    boolean away =
        parts.stream()
            .anyMatch(part -> part.part().equals(PartBoard.STORE) && !part.health().usable());
    if (slot.equals(last) || away) {
      return;
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (DiskRow disk : queries.disks()) {
      rows.add(row(storePlace, disk.name(), slot, disk.free(), disk.total()));
    }
    for (PartState part : ingest.parts()) {
      Long free = part.figures().get("free");
      Long total = part.figures().get("total");
      if (free != null && total != null) {
        rows.add(row(ingest.place(), DATA, slot, free, total));
      }
    }
    if (!rows.isEmpty()) {
      writer.insert("disk_room", rows);
    }
    last = slot;
  }

  private Map<String, Object> row(String place, String disk, Instant at, long free, long total) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("place", place);
    row.put("disk", disk);
    row.put("measured_at", at);
    row.put("free", free);
    row.put("total", total);
    row.put("version", clock.millis());
    return row;
  }
}

package city.chengmai.ingest.backup;

import java.util.Map;
import java.util.TreeMap;

/**
 * Up to where the sinks had written Kafka's records when a backup began: every record below is in
 * the backup, those from there on may be.
 *
 * @param kafka whether Kafka stayed where it is or is in the backup too
 * @param cluster Kafka's cluster id; empty when it is in the backup
 * @param positions next offset by {@code TOPIC-PARTITION}
 */
public record Bookmarks(Kafka kafka, String cluster, Map<String, Long> positions) {

  /** Where Kafka's topics are. */
  public enum Kafka {
    /** Left where it was; the positions say where to go on reading. */
    APART,
    /** Its files are in the backup, taken while it stood still. */
    INSIDE
  }

  /** Sorts the positions. */
  public Bookmarks {
    positions = new TreeMap<>(positions);
  }

  /** Kafka's files are in the backup. */
  public static Bookmarks inside() {
    return new Bookmarks(Kafka.INSIDE, "", Map.of());
  }
}

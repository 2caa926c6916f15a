package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What one reading of the files remembers of the rows before: 64-bit hashes of ids and contents, 16
 * to 40 bytes an id. Used by one thread.
 */
final class Memory {

  /** How a row stands to those before. */
  enum Meeting {
    /** Its id is new. */
    FIRST,
    /** It says what the last row of this id said. */
    SAME,
    /** It says something else. */
    OTHER
  }

  private final boolean forgets;
  private final boolean countsFiles;
  private final Long2LongOpenHashMap contents = new Long2LongOpenHashMap();
  private final Long2LongOpenHashMap sketches = new Long2LongOpenHashMap();
  private final Long2IntOpenHashMap lastFiles = new Long2IntOpenHashMap();
  private int file;

  Memory(Mapping mapping) {
    this.forgets = mapping.rules().repeatedId() == Rules.Action.PASS_ON;
    this.countsFiles = mapping.file().snapshots();
  }

  void nextFile() {
    file++;
  }

  /** Meets a row of this id with these events, and remembers it. */
  Meeting meet(String id, List<Event> events) {
    long key = Hashes.bits(id);
    if (countsFiles) {
      lastFiles.put(key, file);
    }
    if (forgets) {
      return Meeting.FIRST;
    }
    long content = content(events);
    if (!contents.containsKey(key)) {
      contents.put(key, content);
      return Meeting.FIRST;
    }
    return contents.put(key, content) == content ? Meeting.SAME : Meeting.OTHER;
  }

  Optional<CaseSketch> sketch(String id) {
    long key = Hashes.bits(id);
    return sketches.containsKey(key)
        ? Optional.of(CaseSketch.unpacked(sketches.get(key)))
        : Optional.empty();
  }

  void sketch(String id, CaseSketch sketch) {
    sketches.put(Hashes.bits(id), sketch.packed());
  }

  /** Ids of earlier files that the last file does not hold; 0 unless files are snapshots. */
  long vanished() {
    return lastFiles.values().intStream().filter(last -> last < file).count();
  }

  private static long content(List<Event> events) {
    long hash = 0;
    for (Event event : events) {
      hash = hash * 31 + event.id().hashCode();
      hash = hash * 31 + event.time().hashCode();
      hash = hash * 31 + event.data().hashCode();
    }
    return hash;
  }
}

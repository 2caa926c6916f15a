package city.chengmai.dashboard.page.classes;

import city.chengmai.dashboard.query.ClassQueries.ClassRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was done about classes as rows of {@code class_fixes}, with what the class was then:
 * it may be over when its effect is looked at. Blocking. Thread-safe.
 */
public final class ClassJournal {

  /** A fix; sending an id twice counts once. */
  public record Fix(String id, String measure, LocalDate startedOn, String actor) {}

  private final TableWriter writer;

  /** A journal over this writer. */
  public ClassJournal(TableWriter writer) {
    this.writer = writer;
  }

  void keep(ClassRow of, Fix fix, Instant now) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("class_id", of.classId());
    row.put("fix_id", fix.id());
    row.put("kind", of.kind());
    row.put("category", of.category());
    row.put("word", of.word());
    row.put("longitude", of.longitude());
    row.put("latitude", of.latitude());
    row.put("measure", fix.measure());
    row.put("started_on", fix.startedOn().toString());
    row.put("actor", fix.actor());
    row.put("recorded_at", now);
    row.put("version", now.toEpochMilli());
    writer.insert("class_fixes", List.of(row));
  }
}

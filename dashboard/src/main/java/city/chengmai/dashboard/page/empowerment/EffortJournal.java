package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.query.EmpowermentQueries;
import city.chengmai.dashboard.query.EmpowermentQueries.EffortRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what departments tell of finding by hand and keeps it as rows of {@code model_efforts},
 * none of which is ever changed. Blocking; one at a time. Thread-safe.
 */
public final class EffortJournal {

  private static final Duration STEP = Duration.ofMillis(1);

  /**
   * What somebody tells.
   *
   * @param id given by whoever tells; sending it twice counts once
   * @param minutes that finding one true matter takes by hand
   * @param ground how that is known
   */
  public record Told(String id, int minutes, String ground, String actor) {}

  private final EmpowermentQueries queries;
  private final TableWriter writer;

  /** A journal over these queries and this writer. */
  public EffortJournal(EmpowermentQueries queries, TableWriter writer) {
    this.queries = queries;
    this.writer = writer;
  }

  /** Writes what is told, or nothing when it was written before. */
  synchronized void take(String model, Told told, Instant now) {
    List<EffortRow> before = queries.efforts(model);
    if (before.stream().anyMatch(row -> row.effortId().equals(told.id()))) {
      return;
    }
    Instant at =
        before.stream()
            .findFirst()
            .map(row -> row.toldAt().plus(STEP))
            .filter(earliest -> earliest.isAfter(now))
            .orElse(now);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model_id", model);
    row.put("effort_id", told.id());
    row.put("minutes", told.minutes());
    row.put("ground", told.ground());
    row.put("actor", told.actor());
    row.put("told_at", at);
    row.put("version", at.toEpochMilli());
    writer.insert("model_efforts", List.of(row));
  }
}

package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.query.EmpowermentQueries;
import city.chengmai.dashboard.query.EmpowermentQueries.ActionRow;
import city.chengmai.dashboard.query.EmpowermentQueries.HitRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what officers did about hits and keeps it as rows of {@code hit_actions}, none of which is
 * ever changed. Blocking; one at a time. Thread-safe.
 */
public final class HitJournal {

  private static final Duration STEP = Duration.ofMillis(1);

  /**
   * Something that somebody did.
   *
   * @param id given by whoever acts; sending it twice counts once
   * @param minutes how long a check took; null when nobody says, or it is no check
   */
  public record Deed(
      String id, HitStep step, String actor, String department, String comment, Integer minutes) {}

  private final EmpowermentQueries queries;
  private final TableWriter writer;

  /** A journal over these queries and this writer. */
  public HitJournal(EmpowermentQueries queries, TableWriter writer) {
    this.queries = queries;
    this.writer = writer;
  }

  /** Writes a deed, or nothing when it was written before; false when it is not allowed now. */
  synchronized boolean take(HitRow hit, Deed deed, Instant now) {
    List<ActionRow> before = queries.actions(hit.hitId());
    if (before.stream().anyMatch(row -> row.actionId().equals(deed.id()))) {
      return true;
    }
    if (!HitStep.allowed(verdict(before)).contains(deed.step())) {
      return false;
    }
    Instant at =
        before.stream()
            .findFirst()
            .map(row -> row.actedAt().plus(STEP))
            .filter(earliest -> earliest.isAfter(now))
            .orElse(now);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("hit_id", hit.hitId());
    row.put("action_id", deed.id());
    row.put("action", deed.step().wireName());
    row.put("actor", deed.actor());
    row.put("department", deed.department());
    row.put("comment", deed.comment());
    row.put("minutes", deed.minutes());
    row.put("acted_at", at);
    row.put("version", at.toEpochMilli());
    writer.insert("hit_actions", List.of(row));
    return true;
  }

  /** The verdict on site among deeds, latest first. */
  static Optional<HitStep> verdict(List<ActionRow> deeds) {
    return deeds.stream()
        .flatMap(row -> HitStep.of(row.action()).stream())
        .filter(step -> step == HitStep.CONFIRM || step == HitStep.REJECT)
        .findFirst();
  }
}

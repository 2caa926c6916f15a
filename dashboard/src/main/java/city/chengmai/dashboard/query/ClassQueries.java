package city.chengmai.dashboard.query;

import city.chengmai.dashboard.query.CampaignQueries.EffectRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about classes of matters that come back (一类事). */
public final class ClassQueries {

  /** A class; place and address are told of a place only. */
  public record ClassRow(
      String classId,
      String kind,
      String category,
      String word,
      List<String> others,
      String grid,
      Double longitude,
      Double latitude,
      String address,
      long matters,
      long again,
      long places,
      long grids,
      List<Integer> byWeek,
      List<String> evidence,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate endedDay) {}

  /** What was done about a class. */
  public record FixRow(
      String classId,
      String fixId,
      String measure,
      LocalDate startedOn,
      String actor,
      Instant recordedAt) {}

  private final Store store;

  /** Questions to this store. */
  public ClassQueries(Store store) {
    this.store = store;
  }

  /**
   * Classes that go on, at most 30 of each kind, and those that something was done about, at most
   * 30 of each kind that go on and 30 that are over.
   */
  public List<ClassRow> classes() {
    return store.rows("classes", ClassRow.class, Map.of("class", ""));
  }

  /** The class of this id, also when it is over. */
  public Optional<ClassRow> find(String id) {
    return id.isEmpty()
        ? Optional.empty()
        : store.row("classes", ClassRow.class, Map.of("class", id));
  }

  /** What was done about one class, or about all when the id is empty. */
  public List<FixRow> fixes(String id) {
    return store.rows("class-fixes", FixRow.class, Map.of("class", id));
  }

  /** What fixes changed, by the id of the fix. */
  public List<EffectRow> effects() {
    return store.rows("class-fix-effects", EffectRow.class, Map.of());
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the small city tells beside cases and orders: patrols, enforcement, complaints, enterprises,
 * alarms, records, models, feeds. Null moments have not happened.
 */
record SmallFamilies(
    List<Round> rounds,
    List<Action> actions,
    List<Complaint> complaints,
    List<Appeal> appeals,
    List<Alarm> alarms,
    List<Discrepancy> discrepancies,
    List<Hit> hits,
    List<Visit> visits,
    List<Parcel> parcels,
    List<Beat> beats,
    List<Told> told) {

  static final Map<String, Integer> FEED_SECONDS = Map.of("fast", 7_200, "slow", 50_000);

  private static final List<String> PARTS =
      List.of("general-policy", "individual-policy", "appeal-interaction", "welcome");
  private static final int DAYS = 69;

  record Round(String id, String grid, Instant planned, Instant completed, boolean valid) {}

  record Action(
      String id,
      String kind,
      String grid,
      String overlay,
      List<String> departments,
      List<String> items,
      Instant due,
      Instant acted,
      Instant rectified,
      String rectification) {}

  record Complaint(
      String id,
      String grid,
      String overlay,
      Instant received,
      Instant verified,
      Boolean confirmed,
      Boolean needed,
      Instant negotiated) {}

  record Appeal(String id, String grid, Instant raised, Instant closed, String outcome) {}

  record Alarm(String id, String grid, Instant raised, Instant acknowledged) {}

  record Discrepancy(String id, String grid, Instant found, Instant resolved) {}

  record Hit(String id, String grid, Instant at, Instant verified, String verdict) {}

  record Visit(String id, String target, Instant held) {}

  record Parcel(String id, String enterprise, String part, boolean confirmed, Instant delivered) {}

  record Beat(String feed, Instant sent, String kind, Double lag) {}

  /** An event about an entity whose history matters. */
  record Told(
      String id, String type, String subject, String grid, Instant at, Map<String, Object> data) {}

  static SmallFamilies of(long seed) {
    Random random = new Random(seed);
    return new SmallFamilies(
        many(260, i -> round(random, i)),
        many(200, i -> action(random, i)),
        many(150, i -> complaint(random, i)),
        many(160, i -> appeal(random, i)),
        many(160, i -> alarm(random, i)),
        many(120, i -> discrepancy(random, i)),
        many(160, i -> hit(random, i)),
        many(140, i -> new Visit("visit-" + i, "ent-" + random.nextInt(45), any(random))),
        many(120, i -> parcel(random, i)),
        many(700, i -> beat(random)),
        many(700, i -> EntityEvents.any(random, i)));
  }

  private static <T> List<T> many(int count, IntFunction<T> maker) {
    return IntStream.range(0, count).mapToObj(maker).toList();
  }

  private static Round round(Random random, int i) {
    Instant planned = any(random);
    boolean done = random.nextInt(6) > 0;
    return new Round(
        "round-" + i,
        grid(random),
        planned,
        done ? SmallCity.later(random, planned, 20) : null,
        done && random.nextInt(5) > 0);
  }

  private static Action action(Random random, int i) {
    String kind = List.of("notice", "inspection", "interview").get(random.nextInt(3));
    Instant acted = any(random);
    boolean notice = kind.equals("notice");
    boolean looked = notice && random.nextInt(4) > 0;
    Instant checked = looked ? SmallCity.later(random, acted, 200) : null;
    return new Action(
        "action-" + i,
        kind,
        random.nextInt(12) == 0 ? "" : grid(random),
        random.nextInt(4) == 0 ? "site" : "",
        List.of("a", "b", "c").subList(0, 1 + random.nextInt(3)),
        List.of("x", "y").subList(0, random.nextInt(3)),
        notice ? SmallCity.later(random, acted, 168) : null,
        acted,
        checked,
        checked == null ? "" : List.of("complete", "partial", "none").get(random.nextInt(3)));
  }

  private static Complaint complaint(Random random, int i) {
    Instant received = any(random);
    Instant verified = random.nextInt(6) == 0 ? null : SmallCity.later(random, received, 3);
    boolean silent = verified == null || random.nextInt(5) == 0;
    return new Complaint(
        "complaint-" + i,
        grid(random),
        random.nextInt(3) == 0 ? "" : "site",
        received,
        verified,
        silent ? null : (Boolean) (random.nextInt(4) > 0),
        random.nextInt(8) == 0 ? null : (Boolean) (random.nextInt(5) > 0),
        random.nextInt(4) == 0 ? null : SmallCity.later(random, received, 6));
  }

  private static Appeal appeal(Random random, int i) {
    Instant raised = any(random);
    Instant closed = random.nextInt(6) == 0 ? null : SmallCity.later(random, raised, 300);
    return new Appeal(
        "appeal-" + i,
        grid(random),
        raised,
        closed,
        closed == null ? "" : List.of("solved", "explained", "unsolved").get(random.nextInt(3)));
  }

  private static Alarm alarm(Random random, int i) {
    Instant raised = any(random);
    boolean answered = random.nextInt(7) > 0;
    Instant at = raised.plusSeconds(random.nextInt(700));
    return new Alarm("alarm-" + i, grid(random), raised, answered ? at : null);
  }

  private static Discrepancy discrepancy(Random random, int i) {
    Instant found = any(random);
    Instant resolved = random.nextInt(5) == 0 ? null : SmallCity.later(random, found, 300);
    return new Discrepancy("discrepancy-" + i, grid(random), found, resolved);
  }

  private static Hit hit(Random random, int i) {
    Instant at = any(random);
    boolean checked = random.nextInt(4) > 0;
    return new Hit(
        "hit-" + i,
        grid(random),
        at,
        checked ? SmallCity.later(random, at, 200) : null,
        checked ? List.of("confirmed", "rejected", "undecided").get(random.nextInt(3)) : "");
  }

  private static Parcel parcel(Random random, int i) {
    return new Parcel(
        "parcel-" + i,
        "ent-" + random.nextInt(12),
        PARTS.get(random.nextInt(4)),
        random.nextInt(6) > 0,
        any(random));
  }

  private static Beat beat(Random random) {
    boolean fast = random.nextBoolean();
    double lag = random.nextInt(10) == 0 ? 60_000 : random.nextInt(600);
    return new Beat(
        fast ? "fast" : "slow",
        any(random).plusMillis(random.nextInt(1000)),
        random.nextInt(15) == 0 ? "late" : "heartbeat",
        random.nextInt(9) == 0 ? null : (Double) lag);
  }

  static Instant any(Random random) {
    return SmallCity.FIRST
        .atStartOfDay(SmallCity.ZONE)
        .toInstant()
        .plusSeconds(random.nextInt(DAYS * 86_400));
  }

  static String grid(Random random) {
    return SmallCity.GRIDS.get(random.nextInt(4));
  }

  void write(Store store) {
    write(
        store,
        "patrol_rounds",
        rounds,
        r ->
            List.of(
                "round_id",
                r.id,
                "grid",
                r.grid,
                "planned_for",
                at(r.planned),
                "completed_at",
                at(r.completed),
                "valid",
                r.valid ? 1 : 0));
    write(
        store,
        "enforcement_actions",
        actions,
        a ->
            List.of(
                "action_id", a.id,
                "kind", a.kind,
                "grid", a.grid,
                "overlay_grid", a.overlay,
                "departments", a.departments,
                "items", a.items,
                "due_at", at(a.due),
                "acted_at", at(a.acted),
                "rectified_at", at(a.rectified),
                "rectification", a.rectification));
    write(
        store,
        "site_complaints",
        complaints,
        c ->
            List.of(
                "complaint_id", c.id,
                "grid", c.grid,
                "overlay_grid", c.overlay,
                "received_at", at(c.received),
                "verified_at", at(c.verified),
                "confirmed", flag(c.confirmed),
                "negotiation_needed", flag(c.needed),
                "negotiation_opened_at", at(c.negotiated)));
    write(
        store,
        "appeals",
        appeals,
        a ->
            List.of(
                "appeal_id", a.id,
                "grid", a.grid,
                "raised_at", at(a.raised),
                "closed_at", at(a.closed),
                "outcome", a.outcome));
    write(
        store,
        "device_alarms",
        alarms,
        a ->
            List.of(
                "alarm_id",
                a.id,
                "grid",
                a.grid,
                "raised_at",
                at(a.raised),
                "acknowledged_at",
                at(a.acknowledged)));
    write(
        store,
        "discrepancies",
        discrepancies,
        d ->
            List.of(
                "discrepancy_id",
                d.id,
                "grid",
                d.grid,
                "found_at",
                at(d.found),
                "resolved_at",
                at(d.resolved)));
    write(
        store,
        "model_hits",
        hits,
        h ->
            List.of(
                "hit_id", h.id,
                "grid", h.grid,
                "hit_at", at(h.at),
                "verified_at", at(h.verified),
                "verdict", h.verdict));
    writeOthers(store);
  }

  private void writeOthers(Store store) {
    write(
        store,
        "visits",
        visits,
        v ->
            List.of(
                "visit_id",
                v.id,
                "target_type",
                "enterprise",
                "target_id",
                v.target,
                "held_at",
                at(v.held)));
    write(
        store,
        "service_packages",
        parcels,
        p ->
            List.of(
                "package_id", p.id,
                "enterprise_id", p.enterprise,
                "part", p.part,
                "confirmed", p.confirmed ? 1 : 0,
                "delivered_at", at(p.delivered)));
    write(
        store,
        "feeds",
        List.copyOf(FEED_SECONDS.entrySet()),
        f -> List.of("feed_id", f.getKey(), "interval_seconds", f.getValue(), "declared", 1));
    write(
        store,
        "feed_heartbeats",
        beats,
        b ->
            List.of(
                "feed_id",
                b.feed,
                "sent_at",
                at(b.sent),
                "id",
                at(b.sent),
                "kind",
                b.kind,
                "lag_seconds",
                b.lag == null ? NOTHING : b.lag));
    write(
        store,
        "events",
        told,
        t ->
            List.of(
                "source", "test",
                "id", t.id,
                "type", t.type,
                "subject", t.subject,
                "grid", t.grid,
                "occurred_at", at(t.at),
                "data", EntityEvents.json(t.data)));
  }

  /** In place of null, which lists refuse. */
  private static final Object NOTHING = new Object();

  private static Object at(Instant moment) {
    return moment == null ? NOTHING : SmallCity.text(moment);
  }

  private static Object flag(Boolean flag) {
    return flag == null ? NOTHING : (Object) (flag ? 1 : 0);
  }

  private static <T> void write(
      Store store, String table, List<T> rows, Function<T, List<Object>> cells) {
    List<StoredRow> stored = new ArrayList<>();
    for (T row : rows) {
      List<Object> told = cells.apply(row);
      LinkedHashMap<String, Object> columns = new LinkedHashMap<>(Map.of("version", 1));
      for (int i = 0; i < told.size(); i += 2) {
        columns.put((String) told.get(i), told.get(i + 1) == NOTHING ? null : told.get(i + 1));
      }
      stored.add(() -> columns);
    }
    TableWriter.write(store, table, stored.iterator());
  }

  static Instant day(Instant moment, int days) {
    return moment.plus(Duration.ofDays(days));
  }
}

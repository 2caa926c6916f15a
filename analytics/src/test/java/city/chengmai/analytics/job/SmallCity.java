package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up city of two sub-districts, four grids and a site grid, with a few hundred cases. */
final class SmallCity {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  static final LocalDate END = LocalDate.of(2025, 5, 10);
  static final List<String> GRIDS = List.of("g1", "g2", "g3", "g4");
  static final Map<String, String> PARENTS =
      Map.of("g1", "sd1", "g2", "sd1", "g3", "sd2", "g4", "sd2", "site", "sd1");

  private SmallCity() {}

  private static final List<String> CATEGORIES =
      List.of("street/stall", "street/rubbish", "street/rubbish");
  private static final List<String> CHANNELS =
      List.of("patrol", "sensor", "model", "visit", "app", "hotline", "enterprise", "other");
  private static final List<String> LEVELS = List.of("simple", "comprehensive", "difficult", "");
  // Apart from one another by clearly less or clearly more than the 50 m of one place.
  private static final double[] NORTH_METRES = {0, 0, 30, 44, 70, 130};
  private static final double METRES_OF_DEGREE = 111_195;
  private static final int SPOTS = 7;

  /** A place in degrees, WGS 84. */
  record Point(double longitude, double latitude) {}

  /** A case as the oracle and the table know it; null moments have not happened. */
  record Case(
      String id,
      String grid,
      String overlay,
      String category,
      Instant reported,
      Instant accepted,
      Instant filed,
      Instant due,
      Instant disposed,
      Instant closed,
      Instant cancelled,
      boolean suspended,
      int reworks,
      String channel,
      String level,
      int detours,
      int reopenings,
      String order,
      Point point) {}

  /** An order as the oracle and the table know it. */
  record Order(
      String id,
      String grid,
      Instant received,
      boolean contact,
      Instant contacted,
      Instant due,
      Instant replied,
      String outcome,
      Instant called,
      String satisfaction,
      String category,
      String caller,
      String caseId,
      Point point) {}

  static void describe(Store store) {
    write(
        store,
        "cities",
        row(
            "city",
            "small",
            "name_zh",
            "小城",
            "name_en",
            "Small",
            "zone",
            ZONE.getId(),
            "clock",
            "system",
            "first_day",
            FIRST.toString(),
            "last_day",
            END.toString(),
            "version",
            1));
    area(store, "city", "", "city", "", 0);
    area(store, "sd1", "city", "sub-district", "", 0);
    area(store, "sd2", "city", "sub-district", "", 0);
    area(store, "g1", "sd1", "grid", "street-front", 0);
    area(store, "g2", "sd1", "grid", "street-front", 0);
    area(store, "g3", "sd2", "grid", "street-front", 0);
    area(store, "g4", "sd2", "grid", "residents-committee", 0);
    area(store, "site", "sd1", "grid", "street-front", 1);
  }

  private static void area(
      Store store, String id, String parent, String level, String type, int overlay) {
    write(
        store,
        "areas",
        row(
            "area_id",
            id,
            "parent_id",
            parent,
            "level",
            level,
            "grid_type",
            type,
            "overlay",
            overlay,
            "name_zh",
            id,
            "name_en",
            id,
            "community_form",
            "",
            "residents",
            2500,
            "enterprises",
            40,
            "square_kilometres",
            0.5,
            "boundary",
            "",
            "valid_from",
            FIRST.toString(),
            "valid_to",
            null,
            "position",
            0,
            "version",
            1));
  }

  /** Cases with every quirk: at midnight, without due time, suspended, cancelled, not located. */
  static List<Case> cases(long seed, int count) {
    Random random = new Random(seed);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant reported =
          FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(69 * 86_400));
      if (random.nextInt(20) == 0) {
        reported = reported.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
      }
      Instant accepted = random.nextInt(30) == 0 ? null : later(random, reported, 2);
      Instant filed =
          accepted == null || random.nextInt(12) == 0 ? null : later(random, accepted, 3);
      Instant due = filed == null || random.nextInt(15) == 0 ? null : later(random, filed, 120);
      Instant disposed = filed == null || random.nextInt(6) == 0 ? null : later(random, filed, 140);
      Instant closed =
          disposed == null || random.nextInt(10) == 0 ? null : later(random, disposed, 30);
      boolean reopened = closed != null && random.nextInt(12) == 0;
      if (reopened && random.nextBoolean()) {
        disposed = null;
        closed = null;
      }
      Instant cancelled =
          closed != null || random.nextInt(15) != 0 ? null : later(random, reported, 9);
      int grid = random.nextInt(4);
      cases.add(
          new Case(
              "case-" + i,
              random.nextInt(25) == 0 ? "" : GRIDS.get(grid),
              random.nextInt(10) == 0 ? "site" : "",
              CATEGORIES.get(random.nextInt(3)),
              reported,
              accepted,
              filed,
              due,
              disposed,
              closed,
              cancelled,
              closed == null && random.nextInt(12) == 0,
              random.nextInt(9) == 0 ? 1 + random.nextInt(2) : 0,
              CHANNELS.get(random.nextInt(8)),
              LEVELS.get(random.nextInt(4)),
              random.nextInt(8) == 0 ? 1 : 0,
              reopened ? 1 : 0,
              random.nextInt(20) == 0 ? "order-" + random.nextInt(300) : "",
              point(random, grid)));
    }
    return cases;
  }

  static List<Order> orders(long seed, int count) {
    Random random = new Random(seed);
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant received =
          FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(69 * 86_400));
      Instant replied = random.nextInt(8) == 0 ? null : later(random, received, 200);
      Instant called =
          replied == null || random.nextInt(5) == 0 ? null : later(random, replied, 48);
      int grid = random.nextInt(4);
      orders.add(
          new Order(
              "order-" + i,
              GRIDS.get(grid),
              received,
              random.nextInt(6) != 0,
              random.nextInt(9) == 0 ? null : later(random, received, 60),
              later(random, received, 168),
              replied,
              replied == null ? "" : random.nextInt(4) == 0 ? "explained" : "solved",
              called,
              called == null || random.nextInt(7) == 0
                  ? ""
                  : List.of("satisfied", "fairly", "dissatisfied").get(random.nextInt(3)),
              CATEGORIES.get(random.nextInt(3)),
              random.nextInt(5) == 0 ? "" : "caller-" + random.nextInt(150),
              random.nextInt(20) == 0 ? "case-" + random.nextInt(600) : "",
              point(random, grid)));
    }
    return orders;
  }

  /** One of few spots of a grid, some metres off it; null when nobody told. */
  private static Point point(Random random, int grid) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    double spot = random.nextInt(SPOTS);
    double north = NORTH_METRES[random.nextInt(NORTH_METRES.length)] / METRES_OF_DEGREE;
    return new Point(121.3 + 0.05 * grid + 0.004 * spot, 31.2 + 0.003 * spot + north);
  }

  /** The same cases before half of their history came: elsewhere, with another unit, still open. */
  static List<Case> early(List<Case> cases) {
    return cases.stream()
        .filter(c -> c.reopenings > 0 || c.reworks > 0)
        .map(
            c ->
                new Case(
                    c.id,
                    "g1",
                    "",
                    c.category,
                    c.reported,
                    c.accepted,
                    c.filed,
                    c.due,
                    null,
                    c.closed,
                    null,
                    true,
                    0,
                    "app",
                    "",
                    0,
                    0,
                    "",
                    null))
        .toList();
  }

  static void writeCases(Store store, List<Case> cases, int version) {
    TableWriter.write(
        store, "cases", cases.stream().map(c -> caseRow(c, version)).toList().iterator());
  }

  static void writeOrders(Store store, List<Order> orders) {
    TableWriter.write(
        store, "hotline_orders", orders.stream().map(SmallCity::orderRow).toList().iterator());
  }

  private static StoredRow caseRow(Case c, int version) {
    return row(
        "case_id",
        c.id,
        "source",
        "test",
        "channel",
        c.channel,
        "category",
        c.category,
        "kind",
        "event",
        "level",
        c.level,
        "extensions",
        c.detours,
        "reopenings",
        c.reopenings,
        "unit",
        "unit-" + version,
        "order_id",
        c.order,
        "longitude",
        c.point == null ? null : (Double) c.point.longitude,
        "latitude",
        c.point == null ? null : (Double) c.point.latitude,
        "grid",
        c.grid,
        "overlay_grid",
        c.overlay,
        "stage",
        "filed",
        "reported_at",
        text(c.reported),
        "accepted_at",
        text(c.accepted),
        "filed_at",
        text(c.filed),
        "due_at",
        text(c.due),
        "disposed_at",
        text(c.disposed),
        "closed_at",
        text(c.closed),
        "cancelled_at",
        text(c.cancelled),
        "suspended",
        c.suspended ? 1 : 0,
        "reworks",
        c.reworks,
        "updated_at",
        text(c.reported),
        "recorded_at",
        text(c.reported.plusSeconds(version)),
        "version",
        version);
  }

  private static StoredRow orderRow(Order o) {
    return row(
        "order_id",
        o.id,
        "source",
        "test",
        "category",
        o.category,
        "caller_hash",
        o.caller,
        "case_id",
        o.caseId,
        "longitude",
        o.point == null ? null : (Double) o.point.longitude,
        "latitude",
        o.point == null ? null : (Double) o.point.latitude,
        "grid",
        o.grid,
        "received_at",
        text(o.received),
        "contact_needed",
        o.contact ? 1 : 0,
        "first_contacted_at",
        text(o.contacted),
        "due_at",
        text(o.due),
        "replied_at",
        text(o.replied),
        "outcome",
        o.outcome,
        "called_back_at",
        text(o.called),
        "answered",
        o.satisfaction.isEmpty() ? 0 : 1,
        "satisfaction",
        o.satisfaction,
        "updated_at",
        text(o.received),
        "recorded_at",
        text(o.received),
        "version",
        1);
  }

  static Instant later(Random random, Instant moment, int hours) {
    return moment.plus(Duration.ofSeconds(random.nextInt(hours * 3600)));
  }

  static String text(Instant moment) {
    return moment == null ? null : Stamp.text(moment);
  }

  private static void write(Store store, String table, StoredRow row) {
    TableWriter.write(store, table, List.of(row).iterator());
  }

  static StoredRow row(Object... namesAndValues) {
    LinkedHashMap<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return () -> columns;
  }
}

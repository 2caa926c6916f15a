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
      int reworks) {}

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
      String satisfaction) {}

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
      Instant cancelled =
          closed != null || random.nextInt(15) != 0 ? null : later(random, reported, 9);
      cases.add(
          new Case(
              "case-" + i,
              random.nextInt(25) == 0 ? "" : GRIDS.get(random.nextInt(4)),
              random.nextInt(10) == 0 ? "site" : "",
              random.nextInt(3) == 0 ? "street/stall" : "street/rubbish",
              reported,
              accepted,
              filed,
              due,
              disposed,
              closed,
              cancelled,
              closed == null && random.nextInt(12) == 0,
              random.nextInt(9) == 0 ? 1 + random.nextInt(2) : 0));
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
      orders.add(
          new Order(
              "order-" + i,
              GRIDS.get(random.nextInt(4)),
              received,
              random.nextInt(6) != 0,
              random.nextInt(9) == 0 ? null : later(random, received, 60),
              later(random, received, 168),
              replied,
              replied == null ? "" : random.nextInt(4) == 0 ? "explained" : "solved",
              called,
              called == null || random.nextInt(7) == 0
                  ? ""
                  : List.of("satisfied", "fairly", "dissatisfied").get(random.nextInt(3))));
    }
    return orders;
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
        "patrol",
        "category",
        c.category,
        "kind",
        "event",
        "level",
        "",
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
        "",
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

  private static Instant later(Random random, Instant moment, int hours) {
    return moment.plus(Duration.ofSeconds(random.nextInt(hours * 3600)));
  }

  private static String text(Instant moment) {
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

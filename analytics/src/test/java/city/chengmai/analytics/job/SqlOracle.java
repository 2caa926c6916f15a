package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.indicator.Rate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions of the catalogue a third time: SQL that counts the rows of one window directly,
 * without steps. F and T are the window {@code [F, T)}, U is until when things are known.
 */
final class SqlOracle {

  private static final String LIVE =
      "filed_at < U AND NOT ifNull(cancelled_at < U, 0) AND suspended = 0";
  private static final String SHOULD =
      LIVE + " AND (ifNull(W(coalesce(disposed_at, closed_at)), 0) OR ifNull(W(due_at), 0))";
  private static final String LIMITED = SHOULD + " AND isNotNull(due_at)";
  private static final String FILED = "W(filed_at) AND NOT ifNull(cancelled_at < U, 0)";
  private static final String PROACTIVE = "('patrol', 'sensor', 'model', 'visit')";
  private static final String NEAR =
      " AND a.category = b.category"
          + " AND greatCircleDistance(a.longitude, a.latitude, b.longitude, b.latitude) <= 50";
  private static final String TOLD =
      "(SELECT subject, type, occurred_at AS at, toString(grid) AS grid, data,"
          + " JSONExtractString(data, 'status') AS status FROM events FINAL WHERE occurred_at < U)";
  private static final String PLACE = "argMaxIf(grid, at, grid != '') AS grid, '' AS overlay, ";
  private static final String KIND =
      "multiIf(type = 'cn.grid.record.updated', JSONExtractString(data, 'recordKind'),"
          + " splitByChar('.', type)[3])";

  private static final String ENTERPRISES =
      "SELECT subject, "
          + PLACE
          + "min(at) < T AS began, argMaxIf(status, at, at < T AND status != '') AS now,"
          + " argMaxIf(JSONExtractString(data, 'tier'), at,"
          + " at < T AND JSONExtractString(data, 'tier') != '') AS tier,"
          + " countIf(at < T AND JSONHas(data, 'tier')) > 0 AS f1,"
          + " countIf(at < T AND JSONHas(data, 'trade')) > 0 AS f2,"
          + " countIf(at < T AND JSONHas(data, 'status')) > 0 AS f3,"
          + " countIf(at < T AND JSONHas(data, 'employees')) > 0 AS f4,"
          + " countIf(at < T AND JSONHas(data, 'floorArea')) > 0 AS f5 FROM "
          + TOLD
          + " WHERE type = 'cn.grid.enterprise.updated' GROUP BY subject"
          + " HAVING began AND now NOT IN ('moved-out', 'closed')";

  private static final Map<String, String> QUERIES = new HashMap<>();

  static {
    cases("M01", "W(accepted_at)", "filed_at < U");
    cases(
        "M02",
        LIMITED,
        "coalesce(disposed_at, closed_at) <= due_at AND coalesce(disposed_at, closed_at) < T");
    cases("M03", SHOULD, "closed_at < T");
    cases("M04", LIMITED, "closed_at <= due_at AND closed_at < T");
    cases("M05", SHOULD, "reworks > 0");
    cases("M06", FILED, "extensions > 0 OR suspensions > 0");
    cases("M07", FILED, "channel IN " + PROACTIVE);
    cases(
        "M11",
        "W(accepted_at) AND level = 'difficult' AND NOT ifNull(cancelled_at < U, 0)",
        "closed_at < T");
    cases("O04", LIVE + " AND filed_at < T AND NOT ifNull(closed_at < T, 0)", "due_at < T");
    orders(
        "S01",
        "W(received_at) AND contact_needed = 1"
            + " AND (ifNull(first_contacted_at < U, 0) OR DUE < U)",
        "first_contacted_at <= DUE");
    orders("S02", "W(due_at)", "replied_at <= due_at");
    orders("S03", "W(replied_at)", "outcome = 'solved'");
    QUERIES.put(
        "S04",
        "SELECT toString(grid) AS grid, '' AS overlay, multiIf(satisfaction = 'satisfied', 1.,"
            + " satisfaction = 'fairly', 0.8, 0.) AS n, 1. AS d FROM hotline_orders FINAL"
            + " WHERE W(called_back_at) AND answered = 1");
    single(
        "M09",
        "patrol_rounds",
        "W(planned_for) AND (ifNull(completed_at < U, 0)"
            + " OR toStartOfDay(planned_for, 'Asia/Shanghai') + INTERVAL 1 DAY <= U)",
        "valid = 1 AND completed_at < U");
    both(
        "M10",
        "enforcement_actions",
        "kind = 'notice' AND W(due_at)",
        "rectification = 'complete' AND rectified_at <= due_at");
    both(
        "S11",
        "enforcement_actions",
        "kind = 'inspection' AND W(acted_at)",
        "length(departments) > 1 OR length(items) > 1");
    both(
        "S06",
        "site_complaints",
        "W(received_at) AND (ifNull(verified_at < U, 0) OR received_at + INTERVAL 2 HOUR <= U)",
        "verified_at <= received_at + INTERVAL 2 HOUR");
    both(
        "S07",
        "site_complaints",
        "W(received_at) AND negotiation_needed = 1"
            + " AND ifNull(confirmed, 1) = 1 AND (ifNull(negotiation_opened_at < U, 0)"
            + " OR received_at + INTERVAL 4 HOUR <= U)",
        "negotiation_opened_at <= received_at + INTERVAL 4 HOUR");
    single("S09", "appeals", "W(raised_at)", "outcome = 'solved' AND closed_at < T");
    single(
        "S12",
        "device_alarms",
        "W(raised_at) AND (ifNull(acknowledged_at < U, 0) OR raised_at + INTERVAL 5 MINUTE <= U)",
        "acknowledged_at <= raised_at + INTERVAL 5 MINUTE");
    single(
        "O09",
        "discrepancies",
        "found_at + INTERVAL 7 DAY >= F AND found_at + INTERVAL 7 DAY < T",
        "resolved_at <= found_at + INTERVAL 7 DAY");
    single("O10", "model_hits", "W(verified_at)", "verdict = 'confirmed'");
    places();
    entities();
  }

  private static void places() {
    orders(
        "S05",
        "W(received_at)",
        "order_id IN (SELECT b.order_id FROM hotline_orders AS a FINAL"
            + " CROSS JOIN hotline_orders AS b FINAL WHERE a.received_at < b.received_at"
            + " AND a.received_at >= b.received_at - INTERVAL 30 DAY"
            + " AND ((a.caller_hash != '' AND a.caller_hash = b.caller_hash) OR ifNull(1"
            + NEAR
            + ", 0)))");
    QUERIES.put(
        "M08",
        "SELECT toString(grid) AS grid, '' AS overlay, 1. AS n, 1. AS d FROM cases FINAL"
            + " WHERE W(closed_at) AND channel IN "
            + PROACTIVE
            + " AND isNull(cancelled_at)"
            + " AND isNotNull(latitude) AND order_id = '' AND case_id NOT IN (SELECT b.case_id"
            + " FROM hotline_orders AS a FINAL CROSS JOIN cases AS b FINAL"
            + " WHERE a.received_at < b.closed_at AND (a.case_id = b.case_id OR ifNull("
            + "a.received_at >= b.reported_at - INTERVAL 30 DAY"
            + NEAR
            + ", 0)))"
            + " UNION ALL SELECT toString(grid), '', 0., 1. FROM hotline_orders FINAL"
            + " WHERE W(received_at)");
    cases(
        "O05",
        "closed_at + INTERVAL 30 DAY >= F AND closed_at + INTERVAL 30 DAY < T"
            + " AND isNull(cancelled_at) AND isNotNull(latitude)",
        "case_id IN (SELECT b.case_id FROM cases AS a FINAL CROSS JOIN cases AS b FINAL"
            + " WHERE a.case_id != b.case_id AND isNull(a.cancelled_at) AND a.reported_at > b.closed_at"
            + " AND a.reported_at <= b.closed_at + INTERVAL 30 DAY"
            + NEAR
            + ")");
  }

  private static void entities() {
    QUERIES.put(
        "S08",
        "SELECT grid, overlay, toFloat64(subject IN (SELECT target_id FROM visits FINAL"
            + " WHERE W(held_at))) AS n, 1. AS d FROM ("
            + ENTERPRISES
            + ")");
    QUERIES.put(
        "S10",
        "SELECT grid, overlay, toFloat64(subject IN (SELECT enterprise_id FROM"
            + " service_packages FINAL WHERE confirmed = 1 AND delivered_at < T GROUP BY enterprise_id"
            + " HAVING uniqExact(part) = 4)) AS n, 1. AS d FROM ("
            + ENTERPRISES
            + ") WHERE tier = 'key'");
    QUERIES.put(
        "O08",
        "SELECT grid, overlay, toFloat64(f1 + f2 + f3 + f4 + f5) AS n, 5. AS d FROM ("
            + ENTERPRISES
            + ") UNION ALL SELECT grid, overlay, n, d FROM (SELECT subject, "
            + PLACE
            + "toFloat64(uniqExactArrayIf(arrayIntersect(JSONExtractKeys(data), ['grade', 'taxClass',"
            + " 'floors', 'lettableArea', 'letArea']), at < T AND type = 'cn.grid.building.updated')) AS n,"
            + " 5. AS d FROM "
            + TOLD
            + " WHERE "
            + KIND
            + " = 'building' GROUP BY subject"
            + " HAVING countIf(at < T AND type = 'cn.grid.building.updated') > 0)");
    QUERIES.put(
        "O12",
        "SELECT grid, overlay, assumeNotNull(let) AS n, assumeNotNull(lettable) AS d"
            + " FROM (SELECT subject, "
            + PLACE
            + "argMaxIf(l, at, at < T AND isNotNull(l)) AS let, argMaxIf(m, at, at < T AND isNotNull(m))"
            + " AS lettable, countIf(at < T AND isNotNull(l)) * countIf(at < T AND isNotNull(m)) AS told"
            + " FROM (SELECT *, if(type = 'cn.grid.building.updated',"
            + " JSONExtract(data, 'letArea', 'Nullable(Float64)'),"
            + " toFloat64OrNull(JSONExtractString(data, 'attributes', 'letArea'))) AS l,"
            + " if(type = 'cn.grid.building.updated', JSONExtract(data, 'lettableArea', 'Nullable(Float64)'),"
            + " toFloat64OrNull(JSONExtractString(data, 'attributes', 'lettableArea'))) AS m FROM "
            + TOLD
            + " WHERE "
            + KIND
            + " = 'building') GROUP BY subject HAVING told > 0)");
    QUERIES.put(
        "O06",
        "SELECT "
            + PLACE
            + "toFloat64(argMaxIf(c, at, at < T AND c != '') IN ('good', 'worn')) AS n, 1. AS d"
            + " FROM (SELECT *, JSONExtractString(data, 'condition') AS c FROM "
            + TOLD
            + " WHERE type LIKE 'cn.grid.component.%') GROUP BY subject"
            + " HAVING countIf(at < T AND c != '') > 0");
    QUERIES.put(
        "O07",
        "SELECT "
            + PLACE
            + "toFloat64(addDays(maxIf(at, at < T), transform(kind, ['enterprise', 'building', 'site',"
            + " 'component', 'device'], [90, 90, 30, 180, 180], 0)) >= T) AS n, 1. AS d FROM"
            + " (SELECT * EXCEPT status, if(status = '', JSONExtractString(data, 'attributes', 'status'),"
            + " status) AS status, "
            + KIND
            + " AS kind, toDateTime64(parseDateTime64BestEffortOrZero("
            + "JSONExtractString(data, 'validTo'), 3, 'UTC'), 3, 'UTC') AS expires, JSONHas(data, 'validTo')"
            + " AS ends FROM "
            + TOLD
            + " WHERE match(type, 'record|enterprise|building|component'))"
            + " GROUP BY kind, subject HAVING countIf(at < T) > 0"
            + " AND argMaxIf(status, at, at < T AND status != '') NOT IN ('moved-out', 'closed')"
            + " AND NOT argMaxIf(ends AND expires < T, at, at < T)");
    QUERIES.put(
        "O11",
        "SELECT '*' AS grid, '' AS overlay, greatest(0., least(toFloat64(T) , next,"
            + " sent + lasts) - greatest(toFloat64(F), sent)) / 60 AS n,"
            + " greatest(0., least(toFloat64(T), next) - greatest(toFloat64(F), sent)) / 60 AS d"
            + " FROM (SELECT toFloat64(sent_at) AS sent, leadInFrame(toFloat64(sent_at), 1, toFloat64(U)) OVER"
            + " (PARTITION BY feed_id ORDER BY sent_at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED"
            + " FOLLOWING) AS next, if(kind = 'heartbeat' AND ifNull(lag_seconds, 0) <= allowed, allowed, 0.)"
            + " AS lasts FROM (SELECT *, if(feed_id = 'fast', 7200., 50000.) AS allowed"
            + " FROM feed_heartbeats FINAL WHERE sent_at < U))");
  }

  private final ClickHouseClient client;

  SqlOracle(ClickHouseClient client) {
    this.client = client;
  }

  static List<String> indicators() {
    return QUERIES.keySet().stream().sorted().toList();
  }

  /** What each area counts in a window; areas without rows are missing. */
  Map<String, Rate> rates(String indicator, Instant from, Instant to, Instant until) {
    String due =
        "addDays(received_at, transform(toDayOfWeek(toTimeZone(received_at, 'Asia/Shanghai')),"
            + " [5, 6], [3, 2], 1))";
    String rows =
        QUERIES
            .get(indicator)
            .replace("DUE", due)
            .replaceAll("W\\(((?:[^()]|\\([^()]*\\))*)\\)", "($1 >= F AND $1 < T)")
            .replaceAll("\\bF\\b", literal(from))
            .replaceAll("\\bT\\b", literal(to.isBefore(until) ? to : until))
            .replaceAll("\\bU\\b", literal(until));
    Map<String, Rate> rates = new HashMap<>();
    for (ObjectNode row :
        client.rows(
            "SELECT area, sum(n) AS numerator, sum(d) AS denominator FROM (SELECT arrayJoin("
                + "arrayFilter(a -> a != '', arrayConcat([overlay], above))) AS area, n, d"
                + " FROM ("
                + rows
                + ") AS counted LEFT JOIN (SELECT area_id AS grid,"
                + " [area_id, parent_id, 'city'] AS above FROM areas FINAL"
                + " WHERE level = 'grid' AND overlay = 0 UNION ALL SELECT '*',"
                + " groupArray(area_id) FROM areas FINAL) AS tree USING (grid)) GROUP BY area")) {
      rates.put(
          row.get("area").asText(),
          new Rate(row.get("numerator").asDouble(), row.get("denominator").asDouble()));
    }
    return rates;
  }

  private static String literal(Instant moment) {
    return "toDateTime64('" + Stamp.text(moment) + "', 3, 'UTC')";
  }

  private static void cases(String indicator, String counted, String reached) {
    both(indicator, "cases", counted, reached);
  }

  private static void orders(String indicator, String counted, String reached) {
    single(indicator, "hotline_orders", counted, reached);
  }

  private static void single(String indicator, String table, String counted, String reached) {
    QUERIES.put(indicator, rows(table, "''", counted, reached));
  }

  private static void both(String indicator, String table, String counted, String reached) {
    QUERIES.put(indicator, rows(table, "toString(overlay_grid)", counted, reached));
  }

  private static String rows(String table, String overlay, String counted, String reached) {
    return "SELECT toString(grid) AS grid, %s AS overlay, toFloat64(ifNull(%s, 0)) AS n, 1. AS d"
            .formatted(overlay, reached)
        + " FROM %s FINAL WHERE %s".formatted(table, counted);
  }
}

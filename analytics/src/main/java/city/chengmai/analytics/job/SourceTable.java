package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every table that an indicator reads, so that what moves in one of them is computed again. A table
 * that an indicator reads and that is missing here would be seen by full runs only.
 */
enum SourceTable {
  CASES("case_id", "reported_at") {
    /** Handling and closing count from their day on; all else from the report. */
    @Override
    String query() {
      return stepwise(
          "(toDate(reported_at), cityHash64(case_id, channel, category, kind, level, grid,"
              + " overlay_grid, ifNull(longitude, 999.), ifNull(latitude, 999.), reported_at,"
              + " ifNull(accepted_at, none), ifNull(filed_at, none), ifNull(due_at, none),"
              + " ifNull(cancelled_at, none), suspended, extensions, suspensions, returns, reworks,"
              + " reopenings, order_id, site_id))",
          step("disposed_at", "least(disposed_at, ifNull(closed_at, disposed_at))", "''"),
          step("closed_at", "closed_at", "''"));
    }
  },
  HOTLINE_ORDERS("order_id", "received_at") {
    /** Answer and call-back count from their day on; all else from the receipt. */
    @Override
    String query() {
      return stepwise(
          "(toDate(received_at), cityHash64(order_id, category, demander_type, grid,"
              + " ifNull(longitude, 999.), ifNull(latitude, 999.), caller_hash, case_id,"
              + " received_at, contact_needed, ifNull(first_contacted_at, none),"
              + " ifNull(due_at, none)))",
          step("replied_at", "replied_at", "toString(outcome)"),
          step(
              "called_back_at",
              "called_back_at",
              "if(answered = 0 AND satisfaction = '', '', concat(toString(answered),"
                  + " toString(satisfaction)))"));
    }
  },
  PATROL_ROUNDS("round_id", "planned_for", "completed_at"),
  DEVICE_ALARMS("alarm_id", "recorded_at", "raised_at", "acknowledged_at"),
  SITE_COMPLAINTS(
      "complaint_id",
      "updated_at",
      "received_at",
      "heard_at",
      "verified_at",
      "negotiation_opened_at"),
  ENFORCEMENT_ACTIONS("action_id", "updated_at", "acted_at", "due_at", "rectified_at"),
  VISITS("visit_id", "updated_at", "held_at", "revisited_at"),
  APPEALS("appeal_id", "updated_at", "raised_at", "due_at", "closed_at"),
  SERVICE_PACKAGES("package_id", "updated_at", "delivered_at"),
  DISCREPANCIES("discrepancy_id", "updated_at", "found_at", "resolved_at"),
  MODEL_HITS("hit_id", "updated_at", "hit_at", "verified_at"),
  FEED_HEARTBEATS("(feed_id, sent_at, source, id)", "sent_at"),
  /** Of base records and components, which are followed from event to event. */
  EVENTS("(source, id)", "occurred_at") {
    /**
     * Each on its own day; the grid that a record was seen in last holds for all its days, so it
     * counts on the first. Equal rows that are not merged yet count once.
     */
    @Override
    String query() {
      return """
          SELECT toString(begun) AS begun, toString(max(latest)) AS latest,
                 toString(sum(content)) AS content
          FROM
          (
              SELECT toDate(occurred_at) AS begun, max(recorded_at) AS latest,
                     sum(DISTINCT cityHash64(source, id, version, recorded_at)) AS content
              FROM events
              WHERE type IN (%1$s)
              GROUP BY begun
              UNION ALL
              SELECT toDate(first), toDateTime64(0, 3, 'UTC'), sum(cityHash64(subject, seen))
              FROM
              (
                  SELECT subject, min(occurred_at) AS first,
                         argMaxIf(toString(grid), occurred_at, grid != '') AS seen
                  FROM events
                  WHERE type IN (%1$s)
                  GROUP BY subject
              )
              GROUP BY toDate(first)
          )
          GROUP BY begun
          SETTINGS final = 0
          """
          .formatted(RECORDS);
    }
  },
  /** Ingest writes the same feeds again at each start. */
  FEEDS("(feed_id, interval_seconds, declared)") {
    @Override
    String query() {
      return timeless();
    }
  },
  /** Ingest writes the same areas again at each start. */
  AREAS(
      "(area_id, valid_from, parent_id, level, grid_type, overlay, community_form, residents,"
          + " enterprises, square_kilometres)") {
    @Override
    String query() {
      return timeless();
    }
  };

  private static final String RECORDS =
      "'cn.grid.record.updated', 'cn.grid.enterprise.updated', 'cn.grid.building.updated',"
          + " 'cn.grid.component.registered', 'cn.grid.component.inspected'";

  /** Where what no day's figures tell of is kept, such as the stage that a case is in. */
  private static final String NO_DAY = "2149-06-01";

  private final String key;
  private final String begun;

  /**
   * A table.
   *
   * @param key expression of its key
   * @param moments columns of which the earliest is the first moment that a row counts for, the
   *     first of them never null
   */
  SourceTable(String key, String... moments) {
    this.key = key;
    this.begun =
        Arrays.stream(moments)
            .map(moment -> "ifNull(" + moment + ", " + moments[0] + ")")
            .collect(Collectors.joining(", ", "arrayMin([", "])"));
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Asks for a sum over the rows that began on each day of UTC. */
  String query() {
    return "SELECT toString(toDate("
        + begun
        + ")) AS begun, toString(max(recorded_at)) AS latest, toString(sum(cityHash64("
        + key
        + ", version, recorded_at))) AS content FROM "
        + table()
        + " FINAL GROUP BY begun";
  }

  /**
   * Asks for a sum over the rows by the days on which their parts count first. A row that is only
   * brought up to date would otherwise touch every day since it began.
   *
   * @param facts day and content of what counts from the beginning
   * @param steps day and content of what counts later
   */
  final String stepwise(String facts, String... steps) {
    return "WITH toDateTime64(0, 3, 'UTC') AS none"
        + " SELECT toString(entry.1) AS begun, toString(max(recorded_at)) AS latest,"
        + " toString(sum(entry.2)) AS content FROM "
        + table()
        + " FINAL ARRAY JOIN ["
        + facts
        + ", "
        + String.join(", ", steps)
        + ", (toDate('"
        + NO_DAY
        + "'), cityHash64("
        + key
        + ", version, recorded_at))] AS entry WHERE entry.2 != 0 GROUP BY begun";
  }

  /**
   * A step that a row takes: it counts from a day on, and before it is taken there is nothing.
   *
   * @param moment column of the moment at which it is taken
   * @param day moment from which it counts
   * @param outcome what came of it, as text; empty while there is nothing
   */
  final String step(String moment, String day, String outcome) {
    return ("(toDate(ifNull(%2$s, %4$s)), if(isNull(%1$s) AND %3$s = '', 0,"
            + " cityHash64('%1$s', %5$s, ifNull(%1$s, none), %3$s)))")
        .formatted(moment, day, outcome, begun, key);
  }

  /** Rows that count for ever, whatever their version. */
  final String timeless() {
    return "SELECT '1970-01-01' AS begun, '1970-01-01 00:00:00.000' AS latest,"
        + " toString(sum(cityHash64("
        + key
        + "))) AS content FROM "
        + table()
        + " FINAL GROUP BY begun";
  }

  /**
   * First day whose windows a change of rows that began on this day of UTC can touch. Nothing that
   * is counted looks back: what comes back, repeats or was foreseen counts when that is known.
   */
  static LocalDate touched(LocalDate day) {
    // A day of UTC begins on the day before it in cities west of Greenwich.
    return day.minusDays(1);
  }
}

package city.chengmai.ingest.row;

import java.util.List;
import java.util.Locale;

/**
 * The tables that ingest writes, each with the columns of its rows in the order of the bytes. A row
 * on Kafka may be older than this code: whoever changes columns gives the layout a new number and
 * keeps the old list for as long as the topic keeps its records.
 */
public enum FactTable {
  /** Accepted events. */
  EVENTS("source id type subject grid overlay_grid occurred_at recorded_at data version"),
  /**
   * Accepted events that came with other content before. The sink writes them to {@link #EVENTS}
   * too.
   */
  EVENT_REVISIONS("source id type subject grid overlay_grid occurred_at recorded_at data version"),
  /** Cases, current state. */
  CASES(
      "case_id source channel category kind level grid overlay_grid longitude latitude address"
          + " description unit stage reported_at verified_at accepted_at filed_at due_at"
          + " dispatched_at disposed_at checked_at closed_at cancelled_at suspended extensions"
          + " suspensions returns reworks reopenings order_id site_id updated_at recorded_at"
          + " version"),
  /** Hotline orders, current state. */
  HOTLINE_ORDERS(
      "order_id source category demander_type grid longitude latitude caller_hash case_id"
          + " received_at contact_needed first_contacted_at due_at replied_at outcome"
          + " called_back_at answered satisfaction updated_at recorded_at version"),
  /** Patrol rounds, current state. */
  PATROL_ROUNDS(
      "round_id source grid planned_for completed_at coverage valid findings recorded_at version"),
  /** Device readings. */
  OBSERVATIONS("device_id kind metric grid observed_at value unit source id recorded_at version"),
  /** Device alarms, current state. */
  DEVICE_ALARMS("alarm_id device_id kind grid raised_at acknowledged_at recorded_at version"),
  /** Base records, current state. */
  REGISTRY(
      "record_id record_kind name grid attributes app valid_from valid_to updated_at recorded_at"
          + " version"),
  /** Alerts of the live clocks. */
  ALERTS(
      "alert_id rule severity area_id category period_start period_end observed expected lower"
          + " upper log10_p method method_version evidence evidence_total state raised_at"
          + " cleared_at data_as_of version"),
  /** Complaints about construction sites (工地投诉), current state. */
  SITE_COMPLAINTS(
      "complaint_id source site_id category grid overlay_grid longitude latitude address"
          + " description caller_hash permitted_from permitted_until heard_at order_id case_id"
          + " negotiation_needed received_at verified_at confirmed negotiation_opened_at parties"
          + " rectified_at outcome stage updated_at recorded_at version"),
  /** Notices, interviews and inspections (执法), current state. */
  ENFORCEMENT_ACTIONS(
      "action_id source kind enterprise_id site_id party grid overlay_grid longitude latitude"
          + " departments items findings planned peak_hour case_id due_at acted_at rectified_at"
          + " rectification updated_at recorded_at version"),
  /** Visits (走访), current state. */
  VISITS(
      "visit_id source campaign target_type target_id tier grid longitude latitude"
          + " participants minutes held_at revisits revisited_at reopened satisfaction updated_at"
          + " recorded_at version"),
  /** Issues that visits brought up (走访问题). */
  VISIT_ISSUES(
      "issue_id source visit_id category tag description solved_on_spot appeal_id case_id"
          + " grid raised_at updated_at recorded_at version"),
  /** Files of enterprises (一企一档), current state. */
  ENTERPRISES(
      "enterprise_id source name tier trade country status building_id employees floor_area"
          + " tax_scale app address grid longitude latitude updates updated_at recorded_at version"),
  /** Appeals of enterprises (企业诉求), current state. */
  APPEALS(
      "appeal_id source enterprise_id category channel description visit_id unit grid"
          + " raised_at due_at dispatches closed_at outcome satisfaction stage updated_at"
          + " recorded_at version"),
  /** Service packages handed over (服务包). */
  SERVICE_PACKAGES(
      "package_id source enterprise_id part confirmed grid delivered_at updated_at"
          + " recorded_at version"),
  /** Files of buildings (一楼一档), current state. */
  BUILDINGS(
      "building_id source name grade tax_class floors lettable_area let_area app address grid"
          + " longitude latitude updates updated_at recorded_at version"),
  /** Enterprises in buildings (入驻), current state. */
  OCCUPANCIES(
      "occupancy_id source building_id enterprise_id change floor_area rooms grid moved_in_at"
          + " moved_out_at valid_from valid_to updated_at recorded_at version"),
  /** Disagreements about base records (误差), current state. */
  DISCREPANCIES(
      "discrepancy_id source record_kind record_id field recorded_value observed_value app"
          + " grid found_at resolved_at resolution updated_at recorded_at version"),
  /** Corrections of base values (校准), current state. */
  CALIBRATIONS(
      "calibration_id source record_kind record_id field before after bound change"
          + " discrepancy_id grid proposed_at approved_at rejected_at applied_at reverted_at"
          + " approver_hash reason stage updated_at recorded_at version"),
  /** Runs of models over pooled data (数据碰撞). */
  MODEL_RUNS(
      "run_id source model_id model_version department inputs state rows_read hits started_at"
          + " finished_at updated_at recorded_at version"),
  /** Records that models singled out (命中), current state. */
  MODEL_HITS(
      "hit_id source run_id model_id model_version department record_kind record_id score"
          + " evidence grid longitude latitude hit_at verified_at verdict case_id updated_at"
          + " recorded_at version"),
  /** Suggested measures (建议), current state. */
  SUGGESTIONS(
      "suggestion_id source kind title indicator evidence unit grid expected_effect due_at"
          + " made_at decided_at decision measured_at effect window_days stage updated_at"
          + " recorded_at version"),
  /** Components of the city (部件), current state. */
  COMPONENTS(
      "component_id source category name owner_unit condition installed_year grid longitude"
          + " latitude registered_at inspected_at inspections case_id updated_at recorded_at version"),
  /** Milestones of people's-heart projects (民心工程), current state. */
  PROJECT_MILESTONES(
      "milestone_id source project_id task title stage unit grid due_at planned_at started_at"
          + " reached_at dropped_at updated_at recorded_at version"),
  /** Staircases that get a lift (加装电梯), current state. */
  LIFT_RETROFITS(
      "staircase_id source estate_id stage households consent grid longitude latitude due_at"
          + " consulting_at signed_at approval_at construction_at finished_at updated_at recorded_at"
          + " version"),
  /** Services and joint activities that took place (服务、联合活动). */
  SERVICES(
      "service_id source kind item_id facility_id target_id person_hash demand_id grid longitude"
          + " latitude partners participants outcome attributes planned_for held_at ends_at"
          + " updated_at recorded_at version"),
  /** What people and enterprises need, and its match (需求匹配), current state. */
  DEMANDS(
      "demand_id source kind item_id channel demander demander_id person_hash description"
          + " facility_id service_id unit grid attributes due_at raised_at matched_at closed_at"
          + " outcome satisfaction stage updated_at recorded_at version"),
  /** What feeds tell of themselves (心跳). */
  FEED_HEARTBEATS(
      "feed_id source kind schema_version rows lag_seconds last_event_at sent_at id"
          + " recorded_at version"),
  /** Refused events. */
  DEAD_LETTERS(
      "dead_letter_id reason detail source event_id type subject payload payload_bytes"
          + " received_at version");

  private static final int LAYOUT = 1;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<String> columns;

  FactTable(String columns) {
    this.columns = List.of(columns.split(" "));
  }

  /** The name in ClickHouse. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Columns in the order of the bytes. */
  public List<String> columns() {
    return columns;
  }

  /** Number of the row layout. */
  public int layout() {
    return LAYOUT;
  }
}

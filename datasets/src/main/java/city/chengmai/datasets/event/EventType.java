package city.chengmai.datasets.event;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened: the type of a CloudEvent (事件类型). The name on the wire is {@code cn.grid.} and
 * {@link #localName()}; the payload of each type has one JSON Schema a version.
 */
public enum EventType {
  /** A problem is told of (上报). */
  CASE_REPORTED("case.reported"),
  /** An inspector confirmed the report on site (核实). */
  CASE_VERIFIED("case.verified"),
  /** The desk took the case in (受理). */
  CASE_ACCEPTED("case.accepted"),
  /** The case meets a filing condition; the clock starts (立案). */
  CASE_FILED("case.filed"),
  /** Sent to the responsible unit (派遣). */
  CASE_DISPATCHED("case.dispatched"),
  /** The unit fixed it and replied (处置). */
  CASE_DISPOSED("case.disposed"),
  /** An inspector checked on site (核查). */
  CASE_CHECKED("case.checked"),
  /** The desk closed the case (结案). */
  CASE_CLOSED("case.closed"),
  /** The unit gave the case back (回退). */
  CASE_RETURNED("case.returned"),
  /** The due time was moved (延期). */
  CASE_EXTENDED("case.extended"),
  /** The clock was stopped (挂账). */
  CASE_SUSPENDED("case.suspended"),
  /** The clock runs again (恢复). */
  CASE_RESUMED("case.resumed"),
  /** The case was void (作废). */
  CASE_CANCELLED("case.cancelled"),
  /** A closed case came back (重开). */
  CASE_REOPENED("case.reopened"),
  /** A 12345 hotline order arrived (工单). */
  ORDER_RECEIVED("order.received"),
  /** The caller was contacted first (先行联系). */
  ORDER_FIRST_CONTACTED("order.first-contacted"),
  /** The order was answered (答复). */
  ORDER_REPLIED("order.replied"),
  /** The caller was called back (回访). */
  ORDER_CALLED_BACK("order.called-back"),
  /** A patrol round is planned (巡查计划). */
  PATROL_PLANNED("patrol.planned"),
  /** A patrol round was walked (巡查完成). */
  PATROL_COMPLETED("patrol.completed"),
  /** A patrol found something (巡查发现). */
  PATROL_FINDING("patrol.finding"),
  /** A device reading (感知数据). */
  DEVICE_TELEMETRY("device.telemetry"),
  /** A device raised an alarm (设备告警). */
  DEVICE_ALARM("device.alarm"),
  /** A device fell silent (设备离线). */
  DEVICE_OFFLINE("device.offline"),
  /** A person answered an alarm (告警响应). */
  DEVICE_ALARM_ACKNOWLEDGED("device.alarm-acknowledged"),
  /** A base record was brought up to date (基础数据更新). */
  RECORD_UPDATED("record.updated"),
  /** A complaint about a construction site arrived (工地投诉). */
  COMPLAINT_RECEIVED("complaint.received"),
  /** Somebody looked at the site (现场核实). */
  COMPLAINT_VERIFIED("complaint.verified"),
  /** The three parties sat down together (协商启动). */
  COMPLAINT_NEGOTIATION_OPENED("complaint.negotiation-opened"),
  /** The site put it right, or did not (整改). */
  COMPLAINT_RECTIFIED("complaint.rectified"),
  /** An order to put something right was served (责令整改通知书). */
  ENFORCEMENT_NOTICE("enforcement.notice"),
  /** A unit was called in for an interview (约谈). */
  ENFORCEMENT_INTERVIEW("enforcement.interview"),
  /** A unit was inspected; several departments at once is one visit (综合查一次). */
  ENFORCEMENT_INSPECTION("enforcement.inspection"),
  /** What was ordered was checked (整改复查). */
  ENFORCEMENT_RECTIFIED("enforcement.rectified"),
  /** A visit took place (走访). */
  VISIT_HELD("visit.held"),
  /** A visit brought up an issue (走访问题). */
  VISIT_ISSUE("visit.issue"),
  /** The visitors came back (回头). */
  VISIT_REVISITED("visit.revisited"),
  /** The file of an enterprise changed (一企一档). */
  ENTERPRISE_UPDATED("enterprise.updated"),
  /** An enterprise asked for something (企业诉求). */
  APPEAL_RAISED("appeal.raised"),
  /** The appeal was sent to a unit (转办). */
  APPEAL_DISPATCHED("appeal.dispatched"),
  /** The appeal was answered (办结). */
  APPEAL_CLOSED("appeal.closed"),
  /** A part of the service package was handed over (服务包). */
  PACKAGE_DELIVERED("package.delivered"),
  /** The file of a building changed (一楼一档). */
  BUILDING_UPDATED("building.updated"),
  /** An enterprise moved in, moved out or changed its space (入驻). */
  OCCUPANCY_CHANGED("occupancy.changed"),
  /** Two sources disagree about a record (误差). */
  DISCREPANCY_FOUND("discrepancy.found"),
  /** The disagreement was corrected or explained (误差处理). */
  DISCREPANCY_RESOLVED("discrepancy.resolved"),
  /** A correction of a base value was proposed (校准). */
  CALIBRATION_PROPOSED("calibration.proposed"),
  /** The correction was approved (校准批准). */
  CALIBRATION_APPROVED("calibration.approved"),
  /** The correction was turned down (校准驳回). */
  CALIBRATION_REJECTED("calibration.rejected"),
  /** The correction took effect (校准生效). */
  CALIBRATION_APPLIED("calibration.applied"),
  /** The correction was taken back (校准回退). */
  CALIBRATION_REVERTED("calibration.reverted"),
  /** A model ran over pooled data (数据碰撞). */
  MODEL_RUN("model.run"),
  /** A model singled out a record (命中). */
  MODEL_HIT("model.hit"),
  /** Somebody checked a hit on site (现场核验). */
  HIT_VERIFIED("hit.verified"),
  /** The system suggests a measure (建议). */
  SUGGESTION_MADE("suggestion.made"),
  /** People decided on a suggestion (建议处理). */
  SUGGESTION_DECIDED("suggestion.decided"),
  /** What the measure changed (成效). */
  SUGGESTION_MEASURED("suggestion.measured"),
  /** A component was put on the register (部件). */
  COMPONENT_REGISTERED("component.registered"),
  /** Somebody looked at a component (部件巡检). */
  COMPONENT_INSPECTED("component.inspected"),
  /** A milestone of a people's-heart project (民心工程). */
  PROJECT_MILESTONE("project.milestone"),
  /** A lift retrofit went on to another stage (加装电梯). */
  LIFT_STAGE_CHANGED("lift.stage-changed"),
  /** A service or joint activity took place (服务、联合活动). */
  SERVICE_HELD("service.held"),
  /** Somebody needs something (需求). */
  DEMAND_RAISED("demand.raised"),
  /** A service was found for a demand (需求匹配). */
  DEMAND_MATCHED("demand.matched"),
  /** A demand is over (需求办结). */
  DEMAND_CLOSED("demand.closed"),
  /** A feed is alive (心跳). */
  FEED_HEARTBEAT("feed.heartbeat"),
  /** A feed says itself that it is behind (延迟). */
  FEED_LATE("feed.late");

  /** The version of the payload schemas that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  private static final String PREFIX = "cn.grid.";
  private static final Map<String, EventType> BY_WIRE_NAME =
      Stream.of(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));

  private final String localName;
  private final String wireName;
  private final String schema;
  private final EventFamily family;

  EventType(String localName) {
    this.localName = localName;
    this.wireName = PREFIX + localName;
    this.schema = "urn:chengmai:schema:" + wireName + ":" + SCHEMA_VERSION;
    this.family = EventFamily.of(localName.substring(0, localName.indexOf('.')));
  }

  /** The name without the prefix, for example {@code case.reported}. */
  public String localName() {
    return localName;
  }

  /** The CloudEvents {@code type}, for example {@code cn.grid.case.reported}. */
  public String wireName() {
    return wireName;
  }

  /** The kind of entity that the event is about. */
  public EventFamily family() {
    return family;
  }

  /** The CloudEvents {@code dataschema}. */
  public String schema() {
    return schema;
  }

  /** The type with this CloudEvents {@code type}, or empty when nobody here knows it. */
  public static Optional<EventType> ofWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }
}

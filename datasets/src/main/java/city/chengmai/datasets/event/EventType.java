package city.chengmai.datasets.event;

import java.util.Locale;
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
  RECORD_UPDATED("record.updated");

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
    String word = localName.substring(0, localName.indexOf('.'));
    this.family = EventFamily.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The name without the prefix, for example {@code case.reported}. */
  public String localName() {
    return localName;
  }

  /** The CloudEvents {@code type}, for example {@code cn.grid.case.reported}. */
  public String wireName() {
    return wireName;
  }

  /** What the event is about: the first word of the name. */
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

package city.chengmai.datasets.event;

/** The kind of entity that an event is about; its id is the event's {@code subject}. */
public enum EventFamily {
  /** A matter with a lifecycle (案件). */
  CASE,
  /** A 12345 hotline order (工单). */
  ORDER,
  /** A patrol round (巡查). */
  PATROL,
  /** A device in the field (物联设备). */
  DEVICE,
  /** A base record (基础数据). */
  RECORD
}

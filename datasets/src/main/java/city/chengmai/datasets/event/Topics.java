package city.chengmai.datasets.event;

/** The Kafka topics that the services meet in. Keys and values are described on each. */
public final class Topics {

  /** In: CloudEvents as structured JSON; key = the event's subject. */
  public static final String EVENTS = "city.events";

  /** Between topology and sink: one ClickHouse row a record; key = the row's entity. */
  public static final String FACTS = "city.facts";

  /** Refused events with their reason, masked; key as it arrived. */
  public static final String DEAD_LETTER = "city.deadletter";

  /** Inside ingest: when each feed was heard last; key = the feed, the source of its events. */
  public static final String PULSES = "city.pulses";

  private Topics() {}
}

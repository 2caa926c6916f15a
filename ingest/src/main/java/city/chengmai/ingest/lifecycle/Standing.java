package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.ingest.place.Place;
import java.time.Instant;

/** Where an entity stands after an event, as far as clocks run on it. */
public sealed interface Standing {

  /** Where the entity is. */
  Place place();

  /**
   * Of a case.
   *
   * @param caseId case id
   * @param category leaf category
   * @param stage where it stands
   * @param clockStartedAt when its clock started: filed, or re-opened; null before
   * @param dueAt when it is due, null when nothing is known of that
   */
  record OfCase(
      String caseId,
      String category,
      Place place,
      CaseStage stage,
      Instant clockStartedAt,
      Instant dueAt)
      implements Standing {}

  /**
   * Of a complaint about a construction site.
   *
   * @param complaintId complaint id
   * @param category leaf category, empty when not told
   * @param receivedAt when it arrived, null while only later events are known
   * @param verifiedAt when somebody looked at the site, null when nobody did
   * @param negotiationAwaited whether a negotiation must be opened and was not
   * @param settled whether it was rectified, or did not hold
   */
  record OfComplaint(
      String complaintId,
      String category,
      Place place,
      Instant receivedAt,
      Instant verifiedAt,
      boolean negotiationAwaited,
      boolean settled)
      implements Standing {}

  /**
   * Of a feed, as it tells itself.
   *
   * @param newestAt time of its newest event, null when it does not say
   */
  record OfFeed(Place place, Instant newestAt) implements Standing {}

  /**
   * Of a device's alarm.
   *
   * @param alarmId alarm id
   * @param deviceId device that raised it
   * @param kind of alarm
   * @param raisedAt when it was raised, null while only its answer is known
   * @param answeredAt when a person answered, null when nobody did
   */
  record OfAlarm(
      String alarmId,
      String deviceId,
      String kind,
      Place place,
      Instant raisedAt,
      Instant answeredAt)
      implements Standing {}

  /**
   * Of a device.
   *
   * @param deviceId device id
   * @param kind of device, empty when the event does not say
   * @param at time of the event
   * @param offline whether the event says that the device fell silent, and is no sign of life
   */
  record OfDevice(String deviceId, String kind, Place place, Instant at, boolean offline)
      implements Standing {}
}

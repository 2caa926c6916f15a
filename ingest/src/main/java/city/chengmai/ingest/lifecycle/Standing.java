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
   * @param channel how it was reported
   * @param siteId construction site, empty when none
   * @param stage where it stands
   * @param reportedAt when it was told of
   * @param verifiedAt when it was confirmed on site, null when it was not
   * @param clockStartedAt when its clock started: filed, or re-opened; null before
   * @param dueAt when it is due, null when nothing is known of that
   */
  record OfCase(
      String caseId,
      String category,
      String channel,
      String siteId,
      Place place,
      CaseStage stage,
      Instant reportedAt,
      Instant verifiedAt,
      Instant clockStartedAt,
      Instant dueAt)
      implements Standing {}

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

package city.chengmai.ingest.lifecycle;

import static city.chengmai.datasets.event.EventType.COMPLAINT_NEGOTIATION_OPENED;
import static city.chengmai.datasets.event.EventType.COMPLAINT_RECEIVED;
import static city.chengmai.datasets.event.EventType.COMPLAINT_RECTIFIED;
import static city.chengmai.datasets.event.EventType.COMPLAINT_VERIFIED;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Reads what clocks need of a site complaint (工地投诉). */
final class ComplaintStanding {

  private ComplaintStanding() {}

  static Standing of(String id, Entity complaint) {
    JsonNode category = complaint.value("category");
    boolean opened = complaint.times.containsKey(COMPLAINT_NEGOTIATION_OPENED);
    boolean rectified = complaint.times.containsKey(COMPLAINT_RECTIFIED);
    return new Standing.OfComplaint(
        id,
        category == null ? "" : category.asText(),
        complaint.place,
        first(complaint, COMPLAINT_RECEIVED),
        first(complaint, COMPLAINT_VERIFIED),
        says(complaint, "negotiationNeeded", true) && !opened,
        rectified || says(complaint, "confirmed", false));
  }

  private static boolean says(Entity complaint, String member, boolean expected) {
    JsonNode value = complaint.value(member);
    return value != null && value.isBoolean() && value.booleanValue() == expected;
  }

  private static Instant first(Entity complaint, EventType type) {
    Entity.Times times = complaint.times.get(type);
    return times == null ? null : times.first();
  }
}
